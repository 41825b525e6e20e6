package io.github.surefiremp.queue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A queue server for tests, in which leases end when the test says so. Any thread may call. */
final class MemoryServer {
    private QueuePlan plan;
    private final Map<Integer, String> holders = new TreeMap<>();
    private final Map<Integer, Long> fences = new TreeMap<>();
    private final Set<Integer> expired = new HashSet<>();
    private final Map<Integer, String> results = new TreeMap<>();
    private final List<Integer> done = new ArrayList<>();
    private String stopped = "";
    private boolean broken;
    private boolean givesUp;

    QueueServers asServers() {
        return new QueueServers() {
            @Override
            public QueueServer connect(QueueAddress address, QueueKey key, String machine, long leaseMillis)
                    throws IOException {
                return connection(machine);
            }

            @Override
            public List<QueueKey> queues(QueueAddress address, String build) {
                return List.of();
            }
        };
    }

    QueueServer connection(String machine) throws IOException {
        check();
        return new Connection(machine);
    }

    private synchronized void check() throws IOException {
        if (broken) {
            throw new IOException("broken by the test");
        }
    }

    synchronized void breakConnections() {
        broken = true;
    }

    synchronized void mend() {
        broken = false;
    }

    synchronized void giveUpNext() {
        givesUp = true;
    }

    synchronized void forgetResults() {
        results.clear();
        done.clear();
    }

    synchronized boolean hasResultOf(int unit) {
        return results.containsKey(unit);
    }

    synchronized String resultOf(int unit) {
        return results.get(unit);
    }

    synchronized boolean isStopped() {
        return !stopped.isEmpty();
    }

    synchronized void stop(String why) {
        stopped = why;
    }

    synchronized boolean isFree(int unit) {
        return !holders.containsKey(unit);
    }

    synchronized Lease takeAs(String machine) {
        for (int unit = 0; unit < plan.units().size(); unit++) {
            if (!holders.containsKey(unit) && !results.containsKey(unit)) {
                return give(unit, machine);
            }
        }
        throw new AssertionError("nothing is free");
    }

    private Lease give(int unit, String machine) {
        holders.put(unit, machine);
        expired.remove(unit);
        return new Lease("e" + unit, fences.merge(unit, 1L, Long::sum), List.of(unit));
    }

    synchronized Lease stealFor(String machine) {
        return give(holders.keySet().iterator().next(), machine);
    }

    synchronized void loseLeaseOf(String machine) {
        holders.forEach((unit, holder) -> {
            if (holder.equals(machine)) {
                expired.add(unit);
            }
        });
    }

    boolean finishAs(String machine, Lease lease, int unit) throws IOException {
        return new Connection(machine).finish(lease, unit, machine + "\t" + lease.fence() + "\tran\t0\n");
    }

    /** What one machine sees. */
    private final class Connection implements QueueServer {
        private final String machine;

        Connection(String machine) {
            this.machine = machine;
        }

        @Override
        public Optional<QueuePlan> plan() {
            return Optional.ofNullable(plan);
        }

        @Override
        public boolean fill(QueuePlan filled) {
            plan = filled;
            return true;
        }

        @Override
        public void join(String about) throws IOException {
            check();
        }

        @Override
        public List<Lease> take(int most) throws IOException {
            check();
            List<Lease> leases = new ArrayList<>();
            synchronized (MemoryServer.this) {
                for (int unit = 0; unit < plan.units().size() && leases.size() < most && !givesUp; unit++) {
                    if (!holders.containsKey(unit) && !results.containsKey(unit) && stopped.isEmpty()) {
                        leases.add(give(unit, machine));
                    }
                }
            }
            return leases;
        }

        @Override
        public Claimed claim(int most) throws IOException {
            check();
            synchronized (MemoryServer.this) {
                if (givesUp) {
                    results.put(0, "other\t3\tgiven_up\t0\n");
                    done.add(0);
                    givesUp = false;
                    return new Claimed(List.of(), List.of(new GivenUp(0, "other", 3)));
                }
                List<Lease> leases = new ArrayList<>();
                for (int unit : List.copyOf(expired)) {
                    leases.add(give(unit, machine));
                }
                return new Claimed(leases, List.of());
            }
        }

        @Override
        public boolean finish(Lease lease, int unit, String result) throws IOException {
            check();
            synchronized (MemoryServer.this) {
                if (results.containsKey(unit)) {
                    return results.get(unit).equals(result);
                }
                if (!machine.equals(holders.get(unit)) || fences.get(unit) != lease.fence()) {
                    return false;
                }
                results.put(unit, result);
                done.add(unit);
                return true;
            }
        }

        @Override
        public Set<String> renew(Collection<Lease> leases) throws IOException {
            check();
            return Set.of();
        }

        @Override
        public News news(int known) throws IOException {
            check();
            synchronized (MemoryServer.this) {
                return new News(done.subList(Math.min(known, done.size()), done.size()), done.size(), stopped);
            }
        }

        @Override
        public void release(Collection<Lease> leases) throws IOException {
            check();
            synchronized (MemoryServer.this) {
                leases.forEach(lease -> lease.units().forEach(holders::remove));
            }
        }

        @Override
        public void stop(String reason) throws IOException {
            check();
            MemoryServer.this.stop(reason);
        }

        @Override
        public Set<Integer> restore(Map<Integer, String> known) throws IOException {
            check();
            Set<Integer> others = new HashSet<>();
            synchronized (MemoryServer.this) {
                known.forEach((unit, result) -> {
                    if (!results.containsKey(unit)) {
                        results.put(unit, result);
                        done.add(unit);
                    } else if (!results.get(unit).equals(result)) {
                        others.add(unit);
                    }
                });
            }
            return others;
        }

        @Override
        public void leave() {}

        @Override
        public Optional<QueueState> state() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
