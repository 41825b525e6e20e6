package io.github.surefiremp.redis;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.queue.GivenUp;
import io.github.surefiremp.queue.Lease;
import io.github.surefiremp.queue.QueuePlan;
import io.github.surefiremp.queue.QueueServer;
import io.github.surefiremp.queue.QueueState;
import io.github.surefiremp.queue.QueueState.Machine;
import io.github.surefiremp.queue.QueueState.Status;
import io.github.surefiremp.queue.UnitResult;
import io.github.surefiremp.queue.UnitText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.Tuple;

/**
 * A queue on a Redis stream with one consumer group, in which each machine is a consumer.
 *
 * <p>The group's list of pending entries is the list of leases: its idle time says how long the holder has not renewed
 * it, its delivery count is the fence. What has to be looked at and changed in one step is a script.
 */
final class RedisQueue implements QueueServer {
    private static final long KEPT_SECONDS = TimeUnit.DAYS.toSeconds(1);
    /** So many machines may be lost with a unit. */
    private static final int MACHINES_FOR_A_UNIT = 3;
    /** So many losses a build may have, whatever its size. */
    private static final int LOSSES = 100;

    private static final String TERM = "term.";
    private static final String LEADER = "leader";
    private static final String STOPPED = "stopped";
    private static final String GONE = "MPGONE";

    private final Jedis jedis;
    private final Keys keys;
    private final String machine;
    private final long leaseMillis;
    private int units;

    RedisQueue(Jedis jedis, Keys keys, String machine, long leaseMillis) {
        this.jedis = jedis;
        this.keys = keys;
        this.machine = machine;
        this.leaseMillis = leaseMillis;
    }

    @FunctionalInterface
    private interface Call<T> {
        T ask() throws IOException;
    }

    private static <T> T asking(Call<T> call) throws IOException {
        try {
            return call.ask();
        } catch (JedisException e) {
            if (String.valueOf(e.getMessage()).contains(GONE)
                    || String.valueOf(e.getMessage()).contains("NOGROUP")) {
                throw new IOException("the queue is gone from the server; was it restarted without its data?", e);
            }
            throw new IOException(RedisServers.reason(e), e);
        }
    }

    @Override
    public Optional<QueuePlan> plan() throws IOException {
        return asking(() -> {
            Map<String, String> head = jedis.hgetAll(keys.plan);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> terms = new TreeMap<>();
            head.forEach((name, value) -> {
                if (name.startsWith(TERM)) {
                    terms.put(name.substring(TERM.length()), value);
                }
            });
            List<Unit> all = jedis.lrange(keys.units, 0, -1).stream()
                    .map(UnitText::parse)
                    .toList();
            units = all.size();
            return Optional.of(new QueuePlan(head.getOrDefault(LEADER, ""), terms, jedis.hgetAll(keys.tests), all));
        });
    }

    @Override
    public boolean fill(QueuePlan plan) throws IOException {
        return asking(() -> {
            // Two that fill at the same time: the transaction of the second one does nothing.
            jedis.watch(keys.plan);
            if (jedis.exists(keys.plan)) {
                jedis.unwatch();
                return false;
            }
            Transaction all = jedis.multi();
            Map<String, String> head = new TreeMap<>(Map.of(LEADER, plan.leader()));
            plan.terms().forEach((name, value) -> head.put(TERM + name, value));
            all.hset(keys.plan, head);
            if (!plan.tests().isEmpty()) {
                all.hset(keys.tests, plan.tests());
            }
            plan.units().forEach(unit -> all.rpush(keys.units, UnitText.format(unit)));
            all.xgroupCreate(keys.stream, "mp", new StreamEntryID(0, 0), true);
            for (List<Integer> share : plan.shares()) {
                String numbers = share.stream().map(String::valueOf).collect(Collectors.joining(","));
                all.xadd(keys.stream, (StreamEntryID) null, Map.of("units", numbers));
            }
            all.sadd(keys.build, keys.name);
            keys.all().forEach(key -> all.expire(key, KEPT_SECONDS));
            boolean filled = all.exec() != null;
            units = filled ? plan.units().size() : units;
            return filled;
        });
    }

    @Override
    public void join(String about) throws IOException {
        asking(() -> {
            if (!jedis.exists(keys.plan)) {
                throw new IOException("the queue is gone from the server");
            }
            jedis.hset(keys.machines, machine, about);
            return renewed(List.of());
        });
    }

    @Override
    public List<Lease> take(int most) throws IOException {
        return asking(() -> leases(eval(
                Scripts.TAKE,
                List.of(keys.stream, keys.results, keys.plan),
                List.of(machine, Integer.toString(most)))));
    }

    @Override
    public Claimed claim(int most) throws IOException {
        return asking(() -> {
            List<String> answer = eval(
                    Scripts.CLAIM,
                    List.of(keys.stream, keys.results, keys.plan, keys.done),
                    List.of(
                            machine,
                            Integer.toString(most),
                            Long.toString(leaseMillis),
                            Integer.toString(MACHINES_FOR_A_UNIT),
                            Integer.toString(Math.max(LOSSES, units))));
            int end = answer.indexOf("");
            List<GivenUp> givenUp = new ArrayList<>();
            for (int i = end + 1; i + 2 < answer.size(); i += 3) {
                givenUp.add(new GivenUp(
                        Integer.parseInt(answer.get(i)), answer.get(i + 1), Long.parseLong(answer.get(i + 2))));
            }
            return new Claimed(leases(answer.subList(0, end)), givenUp);
        });
    }

    private static List<Lease> leases(List<String> answer) {
        List<Lease> leases = new ArrayList<>();
        for (int i = 0; i + 2 < answer.size(); i += 3) {
            List<Integer> numbers = Arrays.stream(answer.get(i + 2).split(",", -1))
                    .map(Integer::valueOf)
                    .toList();
            leases.add(new Lease(answer.get(i), Long.parseLong(answer.get(i + 1)), numbers));
        }
        return leases;
    }

    @Override
    public boolean finish(Lease lease, int unit, String result) throws IOException {
        String numbers = lease.units().stream().map(String::valueOf).collect(Collectors.joining(","));
        return asking(() -> Long.valueOf(1)
                .equals(jedis.eval(
                        Scripts.FINISH,
                        List.of(keys.stream, keys.results, keys.done),
                        List.of(
                                machine,
                                Long.toString(lease.fence()),
                                lease.entry(),
                                Integer.toString(unit),
                                result,
                                numbers,
                                Long.toString(KEPT_SECONDS)))));
    }

    @Override
    public Set<String> renew(Collection<Lease> leases) throws IOException {
        return asking(() -> renewed(leases));
    }

    private Set<String> renewed(Collection<Lease> leases) {
        List<String> gone = eval(Scripts.RENEW, List.of(keys.stream, keys.seen), arguments(leases));
        keys.all().forEach(key -> jedis.expire(key, KEPT_SECONDS));
        return new HashSet<>(gone);
    }

    private List<String> arguments(Collection<Lease> leases) {
        List<String> arguments = new ArrayList<>(List.of(machine));
        for (Lease lease : leases) {
            arguments.add(lease.entry());
            arguments.add(Long.toString(lease.fence()));
        }
        return arguments;
    }

    @Override
    public News news(int known) throws IOException {
        return asking(() -> {
            List<String> news = eval(Scripts.NEWS, List.of(keys.done, keys.plan), List.of(Integer.toString(known)));
            List<Integer> done =
                    news.subList(2, news.size()).stream().map(Integer::valueOf).toList();
            return new News(done, Integer.parseInt(news.get(0)), news.get(1));
        });
    }

    @Override
    public void release(Collection<Lease> leases) throws IOException {
        asking(() -> jedis.eval(Scripts.RELEASE, List.of(keys.stream), arguments(leases)));
    }

    @Override
    public void stop(String reason) throws IOException {
        asking(() -> jedis.hsetnx(keys.plan, STOPPED, reason));
    }

    @Override
    public Set<Integer> restore(Map<Integer, String> results) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(machine));
        results.forEach((unit, result) -> {
            arguments.add(unit.toString());
            arguments.add(result);
        });
        return asking(() -> eval(Scripts.RESTORE, List.of(keys.results, keys.done), arguments).stream()
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public void leave() throws IOException {
        asking(() -> jedis.zrem(keys.seen, machine));
    }

    @Override
    public Optional<QueueState> state() throws IOException {
        Optional<QueuePlan> plan = plan();
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        return asking(() -> {
            Map<Integer, UnitResult> results = new TreeMap<>();
            jedis.hgetAll(keys.results)
                    .forEach((unit, text) -> results.put(Integer.valueOf(unit), UnitResult.parse(text)));
            Map<String, Double> seen = jedis.zrangeWithScores(keys.seen, 0, -1).stream()
                    .collect(Collectors.toMap(Tuple::getElement, Tuple::getScore));
            List<String> time = jedis.time();
            double now = Long.parseLong(time.get(0)) * 1000.0 + Long.parseLong(time.get(1)) / 1000.0;
            List<Machine> machines = new ArrayList<>();
            new TreeMap<>(jedis.hgetAll(keys.machines)).forEach((name, about) -> {
                Double at = seen.get(name);
                Status late = at != null && now - at > leaseMillis ? Status.LOST : Status.HERE;
                machines.add(new Machine(name, about, at == null ? Status.LEFT : late));
            });
            String stopped = jedis.hget(keys.plan, STOPPED);
            return Optional.of(new QueueState(plan.get(), results, machines, stopped == null ? "" : stopped));
        });
    }

    @Override
    public void close() {
        try {
            jedis.close();
        } catch (JedisException e) {
            // It was of no use any more.
        }
    }

    private List<String> eval(String script, List<String> of, List<String> arguments) {
        Object answer = jedis.eval(script, of, arguments);
        return answer instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
