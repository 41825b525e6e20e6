package io.github.surefiremp.shard;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Unit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Who runs what, as each shard works it out by itself.
 *
 * @param shard this machine's number, from 0 on
 * @param total how many there are
 * @param units all units of the suite, on whichever shard
 * @param shardOf the shard of each unit, by its name
 * @param fingerprint the same on two machines if they dealt the same units in the same way
 * @param tests the same if they found the same tests
 * @param history the same if they knew the same durations of those
 */
public record ShardPlan(
        int shard,
        int total,
        List<Unit> units,
        Map<String, Integer> shardOf,
        String fingerprint,
        String tests,
        String history) {
    /** So that a digest is not a wall of letters; two suites will not be the same in these 128 bits. */
    private static final int DIGEST_BYTES = 16;

    public ShardPlan {
        units = List.copyOf(units);
        shardOf = Map.copyOf(shardOf);
    }

    /**
     * Deals the units.
     *
     * @param weight how long a unit will take compared with others
     * @param tests a line for each test class that was found, which says what was found
     * @param history a line for each duration that was known
     */
    public static ShardPlan of(
            int shard,
            int total,
            List<Unit> units,
            ToLongFunction<Unit> weight,
            List<String> tests,
            List<String> history) {
        Map<String, Integer> dealt = Deal.deal(units, weight, total);
        List<String> lines = new ArrayList<>();
        lines.add("shards " + total);
        for (Unit unit : units) {
            lines.add(shardOf(dealt, unit) + " " + text(unit));
        }
        return new ShardPlan(shard, total, units, dealt, digest(lines), digest(tests), digest(history));
    }

    /** This machine's units, in the order in which they were given. */
    public List<Unit> own() {
        return units.stream().filter(unit -> shardOf(unit) == shard).toList();
    }

    /** All others. */
    public List<Unit> elsewhere() {
        return units.stream().filter(unit -> shardOf(unit) != shard).toList();
    }

    /** The shard of a unit. */
    public int shardOf(Unit unit) {
        return shardOf(shardOf, unit);
    }

    private static int shardOf(Map<String, Integer> dealt, Unit unit) {
        return Objects.requireNonNull(dealt.get(unit.name()), () -> unit.name() + " was not dealt");
    }

    private static String text(Unit unit) {
        StringBuilder text = new StringBuilder(unit.name())
                .append('\n')
                .append(unit.group())
                .append(' ')
                .append(unit.strategy());
        for (ClassPart part : unit.parts()) {
            text.append('\n').append(part.className());
            part.pieces().forEach(piece -> text.append('\n').append(piece.selector()));
        }
        return text.toString();
    }

    /** Of lines in whichever order. */
    private static String digest(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.stream().sorted().forEach(line -> {
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
