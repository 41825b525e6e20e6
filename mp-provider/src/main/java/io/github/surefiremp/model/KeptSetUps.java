package io.github.surefiremp.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The set-ups that one worker keeps: at most so many, and of more those that were not used for the longest time are gone,
 * as in the cache of Spring's TestContext framework. For one thread.
 */
public final class KeptSetUps {
    private final int most;
    /** The one that was used last is the last. */
    private final Map<String, SetUp> kept = new LinkedHashMap<>();

    /**
     * @param most how many there can be at the same time, at least 1
     */
    public KeptSetUps(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a worker keeps " + most + " set-ups");
        }
        this.most = most;
    }

    /**
     * A class uses these.
     *
     * @return those of them that were not there, so that it had to set them up
     */
    public List<SetUp> use(Collection<SetUp> needed) {
        List<SetUp> missing = new ArrayList<>();
        for (SetUp one : needed) {
            if (kept.remove(one.key()) == null) {
                missing.add(one);
            }
            if (one.kept()) {
                kept.put(one.key(), one);
                if (kept.size() > most) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
        }
        return missing;
    }

    /** Whether it is there. */
    public boolean has(String key) {
        return kept.containsKey(key);
    }
}
