package io.github.surefiremp.redis;

/**
 * What the server does in one step. A script's text is sent each time: it is short, and a server that was restarted does
 * not know it any more.
 */
final class Scripts {
    private Scripts() {}

    /** Which units of an entry have no result; an entry that has none left is acknowledged. */
    private static final String OPEN_UNITS = """
            local function open(stream, results, id, units)
              local left = {}
              for unit in string.gmatch(units, '%d+') do
                if redis.call('HEXISTS', results, unit) == 0 then left[#left + 1] = unit end
              end
              if #left == 0 then redis.call('XACK', stream, 'mp', id) end
              return table.concat(left, ',')
            end
            """;

    /** KEYS: stream, results, plan. ARGV: machine, how many. Answers id, fence, units of each. */
    static final String TAKE = OPEN_UNITS + """
            local taken = {}
            if redis.call('EXISTS', KEYS[3]) == 0 then return redis.error_reply('MPGONE') end
            if redis.call('HEXISTS', KEYS[3], 'stopped') == 1 then return taken end
            local got = redis.call('XREADGROUP', 'GROUP', 'mp', ARGV[1], 'COUNT', ARGV[2], 'STREAMS', KEYS[1], '>')
            if not got then return taken end
            for _, entry in ipairs(got[1][2]) do
              local units = open(KEYS[1], KEYS[2], entry[1], entry[2][2])
              if units ~= '' then
                taken[#taken + 1] = entry[1]; taken[#taken + 1] = '1'; taken[#taken + 1] = units
              end
            end
            return taken
            """;

    /**
     * KEYS: stream, results, plan, done. ARGV: machine, how many, lease in ms, machines for each unit, losses in all.
     * Answers what TAKE does, then an empty text, then unit, machine, machines of each that is given up.
     */
    static final String CLAIM = OPEN_UNITS + """
            local taken, lost = {}, {}
            if redis.call('EXISTS', KEYS[3]) == 0 then return redis.error_reply('MPGONE') end
            local stopped = redis.call('HEXISTS', KEYS[3], 'stopped') == 1
            local idle = redis.call('XPENDING', KEYS[1], 'mp', 'IDLE', ARGV[3], '-', '+', ARGV[2])
            for _, one in ipairs(idle) do
              local id, before, had = one[1], one[2], one[4]
              local entry = redis.call('XRANGE', KEYS[1], id, id)[1]
              local units = open(KEYS[1], KEYS[2], id, entry[2][2])
              if units ~= '' and not stopped then
                local losses = tonumber(redis.call('HGET', KEYS[3], 'losses') or '0')
                if had > 0 then losses = redis.call('HINCRBY', KEYS[3], 'losses', 1) end
                if had >= tonumber(ARGV[4]) or losses > tonumber(ARGV[5]) then
                  for unit in string.gmatch(units, '%d+') do
                    local text = before .. '\\t' .. had .. '\\tgiven_up\\t0\\n'
                    redis.call('HSET', KEYS[2], unit, text)
                    redis.call('RPUSH', KEYS[4], unit)
                    lost[#lost + 1] = unit; lost[#lost + 1] = before; lost[#lost + 1] = tostring(had)
                  end
                  redis.call('XACK', KEYS[1], 'mp', id)
                else
                  redis.call('XCLAIM', KEYS[1], 'mp', ARGV[1], 0, id, 'RETRYCOUNT', had + 1)
                  taken[#taken + 1] = id; taken[#taken + 1] = tostring(had + 1); taken[#taken + 1] = units
                end
              end
            end
            taken[#taken + 1] = ''
            for _, cell in ipairs(lost) do taken[#taken + 1] = cell end
            return taken
            """;

    /**
     * KEYS: stream, results, done. ARGV: machine, fence, id, unit, result, units of the entry, seconds. Answers 1 if it counts.
     */
    static final String FINISH = OPEN_UNITS + """
            local known = redis.call('HGET', KEYS[2], ARGV[4])
            local mine = ARGV[1] .. '\\t' .. ARGV[2] .. '\\t'
            if known then return string.sub(known, 1, #mine) == mine and 1 or 0 end
            local one = redis.call('XPENDING', KEYS[1], 'mp', ARGV[3], ARGV[3], 1)[1]
            if not one or one[2] ~= ARGV[1] or one[4] ~= tonumber(ARGV[2]) then return 0 end
            redis.call('HSET', KEYS[2], ARGV[4], ARGV[5])
            redis.call('RPUSH', KEYS[3], ARGV[4])
            redis.call('EXPIRE', KEYS[2], ARGV[7])
            redis.call('EXPIRE', KEYS[3], ARGV[7])
            open(KEYS[1], KEYS[2], ARGV[3], ARGV[6])
            return 1
            """;

    /**
     * KEYS: stream, seen. ARGV: machine, then id and fence of each. Answers the ids that are somebody else's.
     */
    static final String RENEW = """
            local gone = {}
            local time = redis.call('TIME')
            redis.call('ZADD', KEYS[2], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
            for i = 2, #ARGV, 2 do
              local one = redis.call('XPENDING', KEYS[1], 'mp', ARGV[i], ARGV[i], 1)[1]
              if one and one[2] == ARGV[1] and one[4] == tonumber(ARGV[i + 1]) then
                redis.call('XCLAIM', KEYS[1], 'mp', ARGV[1], 0, ARGV[i], 'JUSTID')
              else
                gone[#gone + 1] = ARGV[i]
              end
            end
            return gone
            """;

    /** KEYS: stream. ARGV: machine, then id and fence of each. Its idle time becomes as long as can be. */
    static final String RELEASE = """
            for i = 2, #ARGV, 2 do
              local one = redis.call('XPENDING', KEYS[1], 'mp', ARGV[i], ARGV[i], 1)[1]
              if one and one[2] == ARGV[1] and one[4] == tonumber(ARGV[i + 1]) then
                redis.call('XCLAIM', KEYS[1], 'mp', 'nobody', 0, ARGV[i], 'TIME', 1, 'RETRYCOUNT', one[4] - 1, 'JUSTID')
              end
            end
            return 1
            """;

    /** KEYS: done, plan. ARGV: how many are known. Answers the total, the reason to stop, then the new ones. */
    static final String NEWS = """
            if redis.call('EXISTS', KEYS[2]) == 0 then return redis.error_reply('MPGONE') end
            local news = { tostring(redis.call('LLEN', KEYS[1])), redis.call('HGET', KEYS[2], 'stopped') or '' }
            for _, unit in ipairs(redis.call('LRANGE', KEYS[1], ARGV[1], -1)) do news[#news + 1] = unit end
            return news
            """;

    /**
     * KEYS: results, done. ARGV: machine, then unit and result of each. Answers the units that have another one's.
     */
    static final String RESTORE = """
            local others = {}
            for i = 2, #ARGV, 2 do
              local known = redis.call('HGET', KEYS[1], ARGV[i])
              if not known then
                redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
                redis.call('RPUSH', KEYS[2], ARGV[i])
              elseif known ~= ARGV[i + 1] then
                others[#others + 1] = ARGV[i]
              end
            end
            return others
            """;
}
