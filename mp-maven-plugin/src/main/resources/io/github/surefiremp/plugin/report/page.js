'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const $ = id => document.getElementById(id);
  const T = data.tests, U = data.units, S = data.spans, names = data.names;
  const total = T.class.length;
  const length = Math.max(1, data.end);
  const FLAKY = data.outcomes.length;
  const words = [...data.outcomes, 'flaky'];
  const marks = ['✓', '✗', '!', '–', '~', '?', '↻'];
  const BAD = [1, 2, 5];
  const isBad = o => BAD.includes(o);
  const media = matchMedia('(prefers-color-scheme: dark)');

  // ---- small things -------------------------------------------------------------------------------------------

  /** Text is only ever set as text: names and output of tests are not ours. */
  function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
      else if (value === true) node.setAttribute(key, '');
      else if (value !== false && value != null) node.setAttribute(key, value);
    }
    for (const child of children) if (child != null) node.append(child);
    return node;
  }
  function time(ms) {
    if (ms < 1000) return Math.round(ms) + ' ms';
    if (ms < 10000) return (ms / 1000).toFixed(2) + ' s';
    if (ms < 60000) return (ms / 1000).toFixed(1) + ' s';
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600) return Math.floor(seconds / 60) + ' min ' + String(seconds % 60).padStart(2, '0') + ' s';
    return Math.floor(seconds / 3600) + ' h ' + String(Math.floor(seconds / 60) % 60).padStart(2, '0') + ' min';
  }
  const count = (n, one, many) => n.toLocaleString('en') + ' ' + (n === 1 ? one : many);
  const clamp = (value, least, most) => Math.min(most, Math.max(least, value));
  const simple = name => name.slice(name.lastIndexOf('.') + 1);
  function mark(outcome) {
    return el('span', {class: 'mark', style: `background:var(--${words[outcome]})`, title: words[outcome]}, marks[outcome]);
  }

  // ---- what follows from the data -----------------------------------------------------------------------------

  const outcome = T.outcome.slice();
  const keyOf = i => T.run[i] + ' ' + T.class[i] + ' ' + T.method[i];
  const repeated = new Set();
  for (let i = 0; i < total; i++) if (T.rerun[i] && T.outcome[i] === 0) repeated.add(keyOf(i));
  if (repeated.size) {
    for (let i = 0; i < total; i++) if (!T.rerun[i] && isBad(T.outcome[i]) && repeated.has(keyOf(i))) outcome[i] = FLAKY;
  }
  const severalModules = new Set(data.runs.map(run => run.module)).size > 1;
  const severalRuns = data.runs.length > 1;
  const nameOf = i => T.method[i] || simple(names[T.class[i]]);
  const runName = run => (run.source ? run.source + ' · ' : '') + simple(run.module.replace(':', '.')) + ' · ' + run.execution;
  const haystack = new Array(total);
  for (let i = 0; i < total; i++) {
    haystack[i] = (names[T.class[i]] + '.' + T.method[i] + ' ' + (severalRuns ? runName(data.runs[T.run[i]]) : '')).toLowerCase();
  }
  const counts = new Array(words.length).fill(0);
  let tests = 0, work = 0;
  for (let i = 0; i < total; i++) {
    work += T.time[i];
    if (T.rerun[i]) continue;
    tests++;
    counts[outcome[i]]++;
  }
  /** Slower or faster by at least a third and a tenth of a second; less is chance. */
  function change(i) {
    if (T.rerun[i]) return 0;
    if (T.outcomeBefore[i] < 0) return earlierRuns ? 1 : 0;
    const before = T.outcomeBefore[i];
    if (isBad(T.outcome[i]) !== isBad(before)) return isBad(T.outcome[i]) ? 5 : 4;
    const was = T.before[i], is = T.time[i];
    if (isBad(T.outcome[i]) || T.outcome[i] === 3 || before === 3 || Math.abs(is - was) < 100) return 0;
    return is > was * 4 / 3 ? 3 : is < was * 3 / 4 ? 2 : 0;
  }
  const changeWords = ['', 'new', 'faster', 'slower', 'passes again', 'fails now'];
  const earlierRuns = T.outcomeBefore.some(o => o >= 0) || data.absentCount > 0;
  const changes = new Uint8Array(total);
  for (let i = 0; i < total; i++) changes[i] = change(i);

  // ---- head ---------------------------------------------------------------------------------------------------

  $('title').textContent = data.title;
  const failed = counts[1] + counts[2] + counts[5];
  const broken = data.runs.filter(run => run.outcome !== 'ran');
  $('verdict').textContent = failed ? count(failed, 'test failed', 'tests failed')
    : broken.length ? 'the run failed' : tests ? 'all passed' : 'no tests';
  $('verdict').classList.add(failed || broken.length ? 'bad' : 'good');
  const workers = new Set(data.lanes.map(lane => lane.source + ' ' + lane.worker)).size;
  const np = Math.max(0, ...data.runs.map(run => run.np));
  $('facts').textContent = [
    new Date(data.start).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'}),
    count(tests, 'test', 'tests') + ' in ' + time(length),
    count(workers, 'worker', 'workers') + (workers < np ? ' of ' + np : ''),
    'tests took ' + time(work) + ' together',
    severalModules ? count(new Set(data.runs.map(run => run.module)).size, 'module', 'modules') : null
  ].filter(Boolean).join('  ·  ');
  const notes = data.notes.slice();
  for (const run of broken) {
    if (run.outcome === 'failed') notes.push(runName(run) + ': something beside the tests went wrong. Maven\'s log says what.');
  }
  $('notes').hidden = !notes.length;
  $('notes').append(...notes.map(note => el('li', {}, note)));

  // ---- filter -------------------------------------------------------------------------------------------------

  const hiddenOutcomes = new Set();
  let query = [], matches = new Uint8Array(total).fill(1), matching = total;
  words.forEach((word, o) => {
    if (!counts[o]) return;
    $('outcomes').append(el('button', {
      'data-outcome': word, 'aria-pressed': 'true', title: 'Show or hide: ' + word,
      onclick: event => {
        hiddenOutcomes.has(o) ? hiddenOutcomes.delete(o) : hiddenOutcomes.add(o);
        event.currentTarget.setAttribute('aria-pressed', String(!hiddenOutcomes.has(o)));
        filter();
      }
    }, mark(o), counts[o].toLocaleString('en') + ' ' + word));
  });
  function filter() {
    matching = 0;
    for (let i = 0; i < total; i++) {
      const ok = !hiddenOutcomes.has(outcome[i]) && query.every(word => haystack[i].includes(word));
      matches[i] = ok ? 1 : 0;
      if (ok && !T.rerun[i]) matching++;
    }
    $('count').textContent = matching === tests ? '' : count(matching, 'test', 'tests') + ' of ' + tests.toLocaleString('en');
    showList(true);
    draw();
  }
  $('search').addEventListener('input', () => {
    query = $('search').value.toLowerCase().split(/\s+/).filter(Boolean);
    filter();
  });

  // ---- timeline -----------------------------------------------------------------------------------------------

  const order = data.lanes.map((lane, i) => i).sort((a, b) =>
    data.lanes[a].source.localeCompare(data.lanes[b].source) || data.lanes[a].worker - data.lanes[b].worker);
  const rowsInAll = order.reduce((sum, i) => sum + data.lanes[i].rows, 0);
  const compact = rowsInAll > 24;
  const LABEL = compact ? 0 : 15, ROW = compact ? (rowsInAll > 200 ? 6 : 12) : 17, GAP = compact ? 3 : 8, AXIS = 38;
  const laneTop = [], laneHeight = [];
  let height = 4;
  for (const i of order) {
    laneTop[i] = height;
    laneHeight[i] = LABEL + data.lanes[i].rows * ROW;
    height += laneHeight[i] + GAP;
  }
  const byLane = (source, n) => {
    const lists = data.lanes.map(() => []);
    for (let i = 0; i < n; i++) lists[source.lane[i]].push(i);
    lists.forEach(list => list.sort((a, b) => source.start[a] - source.start[b]));
    return lists;
  };
  const testsOf = byLane(T, total), unitsOf = byLane(U, U.name.length), spansOf = byLane(S, S.kind.length);
  const kindColour = ['start', 'start', 'locks', 'isolation', 'start', null, 'start', 'isolation', 'locks'];
  const laneName = i => (data.lanes[i].source ? data.lanes[i].source + ' ' : '') + (compact ? '' : 'worker ') + data.lanes[i].worker;

  let selected = -1, colours = {}, patterns = {}, chart = null;
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    for (const name of [...words, 'fg', 'dim', 'line', 'soft', 'band', 'panel', 'select', 'locks', 'isolation', 'start', 'stripe']) {
      colours[name] = style.getPropertyValue('--' + name).trim();
    }
    patterns = {};
  }
  /** Stripes, so that waiting is told from working without its colour. */
  function stripes(ctx, name, steep) {
    const key = name + steep;
    if (!patterns[key]) {
      const size = 8 * devicePixelRatio, tile = document.createElement('canvas');
      tile.width = tile.height = size;
      const c = tile.getContext('2d');
      c.strokeStyle = colours[name];
      c.lineWidth = 1.6 * devicePixelRatio;
      c.globalAlpha = .75;
      for (const at of [-size, 0, size]) {
        c.beginPath();
        c.moveTo(at, steep ? 0 : size);
        c.lineTo(at + size, steep ? size : 0);
        c.stroke();
      }
      patterns[key] = ctx.createPattern(tile, 'repeat');
    }
    return patterns[key];
  }
  /** The first of a list that may end after a time; starts are sorted, so what is far before has ended. */
  function firstFrom(list, source, from, longest) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (source.start[list[middle]] < from - longest) low = middle + 1; else high = middle;
    }
    return low;
  }
  const longestOf = (lists, source) => lists.map(list => list.reduce((most, i) => Math.max(most, source.time[i]), 0));
  const longestTest = longestOf(testsOf, T), longestUnit = longestOf(unitsOf, U), longestSpan = longestOf(spansOf, S);

  function drawLanes(u) {
    const ctx = u.ctx, ratio = devicePixelRatio, box = u.bbox;
    const min = u.scales.x.min, max = u.scales.x.max;
    const x = ms => box.left + (ms / 1000 - min) / (max - min) * box.width;
    const y = px => box.top + px * ratio;
    const from = min * 1000, to = max * 1000;
    ctx.save();
    ctx.beginPath();
    ctx.rect(box.left, box.top, box.width, box.height);
    ctx.clip();
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'left';
    ctx.font = `${11 * ratio}px system-ui, "Noto Sans", "DejaVu Sans", sans-serif`;
    for (const lane of order) {
      const top = y(laneTop[lane]), tall = laneHeight[lane] * ratio;
      ctx.fillStyle = colours.soft;
      ctx.fillRect(box.left, top, box.width, tall);
      each(spansOf[lane], S, longestSpan[lane], (i, left, wide) => {
        const name = kindColour[S.kind[i]];
        if (!name) return;
        ctx.fillStyle = stripes(ctx, name, S.kind[i] === 3 || S.kind[i] === 7);
        ctx.fillRect(left, top, Math.max(wide, ratio), tall);
      });
      each(unitsOf[lane], U, longestUnit[lane], (i, left, wide) => {
        const gap = wide > 4 * ratio ? ratio : 0;
        ctx.fillStyle = colours.band;
        ctx.fillRect(left, top, Math.max(wide - gap, ratio), tall);
        if (U.more[i] && U.more[i].isolated) {
          ctx.fillStyle = colours.isolation;
          ctx.fillRect(left, top, Math.max(wide - gap, ratio), 2 * ratio);
        }
        const start = Math.max(left, box.left), room = left + wide - start - 8 * ratio;
        if (LABEL && room > 34 * ratio) {
          ctx.fillStyle = colours.dim;
          ctx.fillText(fit(ctx, simple(names[U.name[i]]), room), start + 4 * ratio, top + (LABEL / 2 + 1) * ratio);
        }
      });
      drawTests(lane);
    }
    ctx.restore();

    function each(list, source, longest, body) {
      for (let at = firstFrom(list, source, from, longest); at < list.length; at++) {
        const i = list[at];
        if (source.start[i] > to) break;
        if (source.start[i] + source.time[i] < from) continue;
        const left = x(source.start[i]);
        body(i, left, x(source.start[i] + source.time[i]) - left);
      }
    }
    /** Where many tests share a pixel, the worst is what is seen. */
    function drawTests(lane) {
      const columns = [];
      each(testsOf[lane], T, longestTest[lane], (i, left, wide) => {
        const top = y(laneTop[lane] + LABEL + T.row[i] * ROW + 1), tall = (ROW - 3) * ratio;
        if (wide < 1.5 * ratio && i !== selected) {
          const column = Math.round(left / ratio), key = T.row[i];
          const last = columns[key];
          if (last && last.column === column) {
            if (rank(i) > rank(last.i)) last.i = i;
            return;
          }
          if (last) paint(last.i, last.column * ratio, ratio, last.top, tall);
          columns[key] = {column, i, top};
          return;
        }
        paint(i, left, wide > 3 * ratio ? wide - ratio : wide, top, tall);
      });
      columns.forEach(last => last && paint(last.i, last.column * ratio, ratio, last.top, (ROW - 3) * ratio));
    }
    function rank(i) {
      return (matches[i] ? 10 : 0) + (isBad(outcome[i]) ? 5 : outcome[i] === FLAKY ? 4 : outcome[i] ? 1 : 0);
    }
    function paint(i, left, wide, top, tall) {
      ctx.globalAlpha = matches[i] ? 1 : .13;
      ctx.fillStyle = colours[words[outcome[i]]];
      const extra = isBad(outcome[i]) ? Math.max(wide, 3 * ratio) : Math.max(wide, ratio);
      ctx.fillRect(left, top, extra, tall);
      if (wide > 46 * ratio && !compact) {
        ctx.fillStyle = colours.panel;
        const start = Math.max(left, box.left);
        ctx.fillText(fit(ctx, marks[outcome[i]] + ' ' + nameOf(i), left + wide - start - 8 * ratio), start + 4 * ratio, top + tall / 2);
      }
      ctx.globalAlpha = 1;
      if (i === selected) {
        ctx.strokeStyle = colours.select;
        ctx.lineWidth = 2 * ratio;
        ctx.strokeRect(left - ratio, top - ratio, extra + 2 * ratio, tall + 2 * ratio);
      }
    }
  }
  function fit(ctx, text, room) {
    if (room < 10) return '';
    const wide = ctx.measureText(text).width;
    if (wide <= room) return text;
    const letters = Math.floor(text.length * room / wide) - 1;
    return letters < 2 ? '' : text.slice(0, letters) + '…';
  }

  const chartWidth = () => Math.max(200, $('chart').clientWidth);
  function makeChart() {
    chart = new uPlot({
      width: chartWidth(), height: height + AXIS + 8, padding: [8, 12, 0, 0], legend: {show: false},
      scales: {x: {time: false}, y: {range: [0, height], dir: -1}},
      axes: [
        {size: AXIS, stroke: () => colours.dim, grid: {stroke: () => colours.line, width: 1}, ticks: {stroke: () => colours.line},
          font: '12px system-ui, "DejaVu Sans", sans-serif', values: (u, at) => at.map(tick)},
        {stroke: () => colours.dim, grid: {show: false}, ticks: {show: false}, size: axisWidth, gap: 8,
          font: '12px system-ui, "DejaVu Sans", sans-serif',
          splits: () => order.filter((lane, n) => rowsInAll <= 60 || n % Math.ceil(order.length / 60) === 0)
            .map(lane => laneTop[lane] + laneHeight[lane] / 2),
          values: () => order.filter((lane, n) => rowsInAll <= 60 || n % Math.ceil(order.length / 60) === 0).map(laneName)}
      ],
      series: [{}, {show: true, paths: () => null, points: {show: false}}],
      cursor: {y: false, points: {show: false}, drag: {x: true, y: false, dist: 5}},
      hooks: {draw: [drawLanes], setCursor: [hover]}
    }, [[0, length / 1000], [0, 0]], $('chart'));
    chart.over.addEventListener('mouseleave', () => { $('tip').hidden = true; });
    let down = 0;
    chart.over.addEventListener('mousedown', event => { down = event.clientX; });
    chart.over.addEventListener('click', event => {
      if (Math.abs(event.clientX - down) > 4) return;
      const hit = under();
      if (hit && hit.test >= 0) select(hit.test, true);
    });
    chart.over.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) zoom(event.deltaY > 0 ? 1.25 : .8, chart.posToVal(event.offsetX, 'x'));
      else pan(event.deltaX / chartWidth());
    }, {passive: false});
  }
  function axisWidth(u, values) {
    if (!values) return 40;
    const longest = values.reduce((most, value) => Math.max(most, value.length), 0);
    return Math.min(160, 14 + longest * 7);
  }
  function tick(seconds) {
    const digits = chart && chart.scales.x.max - chart.scales.x.min < 3 ? (chart.scales.x.max - chart.scales.x.min < .03 ? 4 : 2) : 0;
    if (seconds >= 120 && !digits) return Math.floor(seconds / 60) + ':' + String(Math.round(seconds % 60)).padStart(2, '0') + ' min';
    return Number(seconds.toFixed(Math.max(digits, seconds % 1 ? 1 : 0))) + ' s';
  }
  let asked = false;
  function draw() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; chart.redraw(false); });
  }
  function show(min, max) {
    const wide = clamp(max - min, .002, length / 1000);
    const from = clamp(min, 0, length / 1000 - wide);
    chart.setScale('x', {min: from, max: from + wide});
  }
  function zoom(factor, around) {
    const {min, max} = chart.scales.x, centre = around == null ? (min + max) / 2 : around;
    show(centre - (centre - min) * factor, centre + (max - centre) * factor);
  }
  function pan(share) {
    const {min, max} = chart.scales.x, wide = max - min;
    const from = clamp(min + share * wide, 0, length / 1000 - wide);
    show(from, from + wide);
  }
  const all = () => show(0, length / 1000);
  function zoomTo(i) {
    const start = T.start[i] / 1000, wide = Math.max(T.time[i] / 1000, .01);
    show(start - wide, start + 2 * wide);
  }

  function under() {
    const {left, top} = chart.cursor;
    if (left == null || left < 0) return null;
    const at = chart.posToVal(left, 'x') * 1000, near = (chart.scales.x.max - chart.scales.x.min) * 1000 / chartWidth() * 3;
    const lane = order.find(i => top >= laneTop[i] && top <= laneTop[i] + laneHeight[i]);
    if (lane == null) return null;
    const row = clamp(Math.floor((top - laneTop[lane] - LABEL) / ROW), -1, data.lanes[lane].rows - 1);
    const find = (list, source, longest, slack, ok) => {
      let best = -1, distance = Infinity;
      for (let n = firstFrom(list, source, at - slack, longest); n < list.length && source.start[list[n]] <= at + slack; n++) {
        const i = list[n], start = source.start[i], end = start + source.time[i];
        const away = at < start ? start - at : at > end ? at - end : 0;
        if (away <= slack && ok(i) && away <= distance) { best = i; distance = away; }
      }
      return best;
    };
    return {
      lane,
      test: row < 0 ? -1 : find(testsOf[lane], T, longestTest[lane], near, i => T.row[i] === row),
      unit: find(unitsOf[lane], U, longestUnit[lane], 0, () => true),
      span: find(spansOf[lane], S, longestSpan[lane], 0, () => true)
    };
  }
  function hover() {
    const hit = under(), tip = $('tip');
    let text = '';
    if (hit) {
      if (hit.test >= 0) text = `${nameOf(hit.test)}\n${names[T.class[hit.test]]}\n${words[outcome[hit.test]]}, ${time(T.time[hit.test])}`;
      else if (hit.unit >= 0) {
        const more = U.more[hit.unit] || {};
        text = `${names[U.name[hit.unit]]}\nunit, ${time(U.time[hit.unit])}` + (more.group ? `\ngroup ${more.group}` : '') + (more.locks ? `\nlocks ${more.locks}` : '') + (more.setsUp ? `\nsets up ${more.setsUp}` : '');
      } else if (hit.span >= 0) text = `${laneName(hit.lane)} ${data.kinds[S.kind[hit.span]]}\n${time(S.time[hit.span])}`;
    }
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    const box = chart.over.getBoundingClientRect(), x = box.left + chart.cursor.left, y = box.top + chart.cursor.top;
    tip.style.left = clamp(x + 14, 4, Math.max(4, innerWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = (y + 18 + tip.offsetHeight > innerHeight ? y - tip.offsetHeight - 10 : y + 18) + 'px';
  }
  $('chart').setAttribute('aria-label', `Timeline of ${workers} workers over ${time(length)}: which tests ran when. The lists below have the same tests.`);

  // ---- where the time went ------------------------------------------------------------------------------------

  (() => {
    const inUnits = U.time.reduce((sum, ms) => sum + ms, 0);
    // Tests that ran at the same time in one worker took it only once.
    let inTests = 0;
    testsOf.forEach(list => {
      let end = -1;
      for (const i of list) {
        const from = Math.max(end, T.start[i]), to = T.start[i] + T.time[i];
        if (to > from) { inTests += to - from; end = to; }
      }
    });
    const spent = data.kinds.map(() => 0);
    S.kind.forEach((kind, i) => { spent[kind] += S.time[i]; });
    const parts = [
      ['tests', inTests, 'var(--passed)'],
      ['set-up and tear-down of classes', Math.max(0, inUnits - inTests), 'var(--stripe)'],
      ['JVMs starting and ending', spent[0] + spent[6], 'striped:start'],
      ['looking for tests', spent[1], 'striped:start'],
      ['waiting for locks', spent[2], 'striped:locks'],
      ['waiting for isolation', spent[3], 'striped:isolation'],
      ['waiting for a turn in the session', spent[7], 'striped:isolation'],
      ['waiting for a fresh JVM', spent[4], 'striped:start'],
      ['left to workers that have the set-up', spent[8], 'striped:locks'],
      ['idle', spent[5], 'var(--soft)']
    ].filter(part => part[1] > 0);
    const sum = parts.reduce((all, part) => all + part[1], 0) || 1;
    const fill = colour => colour.startsWith('striped:')
      ? `repeating-linear-gradient(135deg, var(--${colour.slice(8)}) 0 2px, transparent 2px 5px)` : colour;
    for (const [name, ms, colour] of parts) {
      if (ms < sum / 200) continue;
      $('share').append(el('span', {style: `width:${ms / sum * 100}%;background:${fill(colour)}`, title: `${name}: ${time(ms)}`}));
      $('legend').append(el('li', {}, el('span', {class: 'swatch', style: `background:${fill(colour)};border:1px solid var(--line)`}),
        name + ' ', el('b', {}, time(ms)), ` ${Math.round(ms / sum * 100)} %`));
    }
    $('share').setAttribute('aria-label', 'Where the time of the workers went: ' + parts.map(part => part[0] + ' ' + time(part[1])).join(', '));
  })();

  // ---- lists --------------------------------------------------------------------------------------------------

  const every = [];
  for (let i = 0; i < total; i++) every.push(i);
  const flips = i => T.outcomeBefore[i] >= 0 && !T.rerun[i] && isBad(T.outcome[i]) !== isBad(T.outcomeBefore[i]);
  const lists = [
    {name: 'All tests', of: () => every, by: 'start', down: false, empty: 'No test ran.'},
    {name: 'Slowest', of: () => every, by: 'time', down: true, most: 100, empty: 'No test ran.'},
    {name: 'Changes', of: () => every.filter(i => changes[i]), by: 'change', down: true, empty: earlierRuns ? 'Nothing has changed since the last run.' : 'There is no earlier run to compare with.'},
    {name: 'Flaky', of: () => every.filter(i => outcome[i] === FLAKY || flips(i)), by: 'start', down: false, empty: 'No test passed when it was repeated, and none ended otherwise than in the last run.'}
  ];
  const delta = i => T.before[i] < 0 ? 0 : T.time[i] - T.before[i];
  const sorts = {
    start: (a, b) => T.start[a] - T.start[b],
    time: (a, b) => T.time[a] - T.time[b],
    name: (a, b) => haystack[a] < haystack[b] ? -1 : haystack[a] > haystack[b] ? 1 : 0,
    worker: (a, b) => T.lane[a] - T.lane[b],
    outcome: (a, b) => outcome[a] - outcome[b],
    change: (a, b) => changes[a] - changes[b] || Math.abs(delta(a)) - Math.abs(delta(b))
  };
  const headings = [['outcome', '', '', false], ['name', 'Test', '', false], ['worker', 'Worker', 'num wide', false], ['time', 'Time', 'num', true], ['change', 'Last run', 'num wide', true]];
  const ROW_HEIGHT = 32;
  let list = lists[0], rows = [];
  lists.forEach((one, n) => {
    one.all = one.of();
    $('tabs').append(el('button', {role: 'tab', 'aria-selected': String(n === 0), 'data-list': one.name, title: `(${n + 1})`, onclick: () => choose(n)},
      n === 0 || one.most ? one.name : `${one.name} ${one.all.length.toLocaleString('en')}`));
  });
  function choose(n) {
    list = lists[n];
    [...$('tabs').children].forEach((tab, i) => tab.setAttribute('aria-selected', String(i === n)));
    showList(true);
  }
  headings.forEach(([by, label, style, down]) => {
    $('headings').append(el('button', {class: style, 'aria-label': 'Sort by ' + (label || by), title: 'Sort by ' + (label || by).toLowerCase(), onclick: () => {
      list.down = list.by === by ? !list.down : down;
      list.by = by;
      showList(true);
    }}, label || '\u00a0'));
  });
  function showList(fresh) {
    const compare = sorts[list.by];
    rows = list.all.filter(i => matches[i]);
    rows.sort((a, b) => (list.down ? compare(b, a) : compare(a, b)) || a - b);
    if (list.most) rows = rows.slice(0, list.most);
    [...$('headings').children].forEach((button, n) => {
      const [by, label] = headings[n];
      button.textContent = (label || '\u00a0') + (by === list.by ? (list.down ? ' ↓' : ' ↑') : '');
    });
    $('space').style.height = rows.length * ROW_HEIGHT + 'px';
    if (fresh) $('list').scrollTop = 0;
    $('list').dataset.rows = rows.length;
    $('under').textContent = list.name === 'Changes' && data.absentCount
      ? count(data.absentCount, 'test', 'tests') + ' of earlier runs did not run: ' + data.absent.slice(0, 5).map(row => simple(row[0]) + '.' + row[1]).join(', ') + (data.absentCount > 5 ? ', …' : '')
      : list.most && list.all.length > list.most ? `The ${list.most} that took longest.` : '';
    showRows();
  }
  function showRows() {
    const from = Math.max(0, Math.floor($('list').scrollTop / ROW_HEIGHT) - 4);
    const to = Math.min(rows.length, from + Math.ceil($('list').clientHeight / ROW_HEIGHT) + 8);
    $('rows').style.transform = `translateY(${from * ROW_HEIGHT}px)`;
    $('rows').replaceChildren(...(rows.length ? rows.slice(from, to).map(rowOf)
      : [el('div', {class: 'empty'}, list.all.length ? 'No test matches.' : list.empty)]));
  }
  function rowOf(i) {
    const was = T.before[i];
    return el('div', {
      class: 'row', role: 'option', 'data-test': i, 'aria-selected': String(i === selected),
      title: names[T.class[i]] + '.' + T.method[i], onclick: () => select(i, false)
    },
    mark(outcome[i]),
    el('span', {class: 'name'}, nameOf(i), el('i', {}, simple(names[T.class[i]]) + (T.rerun[i] ? ' · repeated' : '') + (severalModules ? ' · ' + simple(data.runs[T.run[i]].module.replace(':', '.')) : ''))),
    el('span', {class: 'num dim wide'}, String(data.lanes[T.lane[i]].worker)),
    el('span', {class: 'num'}, time(T.time[i])),
    el('span', {class: 'num dim wide'}, changes[i] ? changeWords[changes[i]] + (changes[i] === 2 || changes[i] === 3 ? ' ' + (delta(i) > 0 ? '+' : '−') + time(Math.abs(delta(i))) : '') : was < 0 ? '' : time(was)));
  }
  $('list').addEventListener('scroll', showRows, {passive: true});

  // ---- details ------------------------------------------------------------------------------------------------

  function select(i, scroll) {
    selected = i;
    if (i >= 0) {
      const {min, max} = chart.scales.x, at = T.start[i] / 1000;
      if (at > max || at + T.time[i] / 1000 < min) pan((at - (min + max) / 2) / (max - min));
      const place = rows.indexOf(i);
      if (place >= 0) {
        const top = place * ROW_HEIGHT, box = $('list');
        if (scroll || top < box.scrollTop || top + ROW_HEIGHT > box.scrollTop + box.clientHeight) box.scrollTop = Math.max(0, top - box.clientHeight / 2);
      }
    }
    showDetails();
    showRows();
    draw();
  }
  function facts(pairs) {
    const dl = el('dl');
    for (const [name, value] of pairs) if (value) dl.append(el('dt', {}, name), el('dd', {}, value));
    return dl;
  }
  function block(title, text) {
    return text ? [el('h4', {}, title), el('pre', {tabindex: '0'}, text)] : [];
  }
  function showDetails() {
    const box = $('details'), i = selected;
    box.hidden = i < 0;
    if (i < 0) { box.replaceChildren(); resize(); return; }
    const more = data.details[i] || {}, unit = T.unit[i], ofUnit = unit < 0 ? {} : U.more[unit] || {}, run = data.runs[T.run[i]];
    const output = more.output || (more.chars ? `${count(more.chars, 'character was', 'characters were')} left out here, because the run wrote so many. Surefire's report has them.` : '');
    box.replaceChildren(
      el('div', {class: 'top'}, mark(outcome[i]), el('h3', {}, nameOf(i)),
        el('button', {onclick: () => zoomTo(i), title: 'Zoom to the test (z)'}, 'Zoom'),
        el('button', {onclick: () => select(-1), 'aria-label': 'Close', title: 'Close (Esc)'}, '✕')),
      facts([
        ['Class', names[T.class[i]]],
        ['Outcome', words[outcome[i]] + (outcome[i] === FLAKY ? ': it passed when it was repeated' : '') + (T.rerun[i] ? ', a repetition' : '')],
        ['Time', time(T.time[i]) + ', from ' + time(T.start[i]) + ' on'],
        ['Last run', T.outcomeBefore[i] < 0 ? '' : `${words[T.outcomeBefore[i]]}, ${time(T.before[i])}; typically ${time(T.typical[i])}`],
        ['Worker', data.lanes[T.lane[i]].worker + (unit < 0 || U.pid[unit] < 0 ? '' : ', process ' + U.pid[unit])],
        ['Unit', unit < 0 || names[U.name[unit]] === names[T.class[i]] ? '' : names[U.name[unit]]],
        ['Group', ofUnit.group ? ofUnit.group + (ofUnit.isolated ? ', isolated' : '') : ''],
        ['Locks', ofUnit.locks],
        ['Sets up', ofUnit.setsUp],
        ['Run', severalRuns ? runName(run) : '']
      ]),
      ...block('Message', more.trace && more.trace.includes(more.message || '\0') ? '' : more.message),
      ...block('Stack trace', more.trace), ...block('Output', output),
      ...block('Output outside of tests', ofUnit.output), ...block('Its unit was lost', ofUnit.lost));
    box.scrollTop = 0;
    resize();
  }
  function step(by, ok) {
    if (!rows.length) return;
    let at = rows.indexOf(selected);
    for (let n = 0; n < rows.length; n++) {
      at = at < 0 ? (by > 0 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length;
      if (!ok || ok(rows[at])) { select(rows[at], false); return; }
    }
  }

  // ---- theme, keys, sizes -------------------------------------------------------------------------------------

  const themes = ['system', 'light', 'dark'];
  let theme = 'system';
  try { theme = localStorage.getItem('mp-theme') || 'system'; } catch (e) { /* Not where the page is a file of a strict browser. */ }
  function setTheme(next) {
    theme = themes.includes(next) ? next : 'system';
    const dark = theme === 'dark' || (theme === 'system' && media.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    $('theme').textContent = 'Theme: ' + theme;
    readColours();
    if (chart) chart.redraw(false, true);
  }
  function nextTheme() {
    setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]);
    try { localStorage.setItem('mp-theme', theme); } catch (e) { /* Then it holds until the page is closed. */ }
  }
  media.addEventListener('change', () => setTheme(theme));
  $('theme').addEventListener('click', nextTheme);
  function toggleHelp() {
    $('help').hidden = !$('help').hidden;
    $('keys').setAttribute('aria-expanded', String(!$('help').hidden));
  }
  $('keys').addEventListener('click', toggleHelp);
  $('in').addEventListener('click', () => zoom(.5));
  $('out').addEventListener('click', () => zoom(2));
  $('fit').addEventListener('click', all);
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.tagName === 'INPUT';
    if (event.key === 'Escape') {
      if (selected >= 0) select(-1);
      else if ($('search').value) { $('search').value = ''; query = []; filter(); }
      $('search').blur();
      return;
    }
    if (typing) {
      if (event.key === 'Enter' || event.key === 'ArrowDown') { $('search').blur(); step(1); event.preventDefault(); }
      return;
    }
    const reading = event.target.tagName === 'PRE' || event.target.id === 'list';
    const actions = {
      '/': () => $('search').focus(), j: () => step(1), k: () => step(-1), f: () => step(1, i => isBad(outcome[i])),
      z: () => selected >= 0 && zoomTo(selected), '+': () => zoom(.5), '=': () => zoom(.5), '-': () => zoom(2),
      ArrowLeft: () => pan(-.25), ArrowRight: () => pan(.25), '0': all, t: nextTheme, '?': toggleHelp,
      '1': () => choose(0), '2': () => choose(1), '3': () => choose(2), '4': () => choose(3)
    };
    if (event.target.id === 'list') { actions.ArrowDown = () => step(1); actions.ArrowUp = () => step(-1); }
    const action = actions[event.key];
    if (!action || (reading && event.key.startsWith('Arrow') && event.target.tagName === 'PRE')) return;
    event.preventDefault();
    action();
  });
  function resize() {
    if (chart && Math.abs(chart.width - chartWidth()) > 1) chart.setSize({width: chartWidth(), height: height + AXIS + 8});
  }
  addEventListener('resize', () => { resize(); showRows(); });

  setTheme(theme);
  makeChart();
  filter();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  }));
})();
