package io.github.surefiremp.coordination;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where JaCoCo's agent moves the instructions of a method. A probe is {@code array[id] = true}. It stands before an
 * instruction that is come to in several ways or at which a line with a call begins, before a return or a throw, and on
 * a jump to an instruction that is come to in several ways. The array is fetched at the method's beginning, into a
 * variable behind the parameters: the other variables move up.
 *
 * <p>Should a version of JaCoCo do it otherwise, then nothing fits, and the lines have to tell.
 */
final class CoverageProbes {

    private static final int GOTO_LENGTH = 3;

    /** How long the array's fetching can be: a call; a constant, near or far in the class file, and a cast. */
    private static final List<Integer> FETCHES = List.of(3, 5, 6);

    private final MethodCode code;
    private final int parameters;
    private final BitSet joins = new BitSet();
    private final BitSet probed = new BitSet();
    private final int firstId;

    /** @param parameters how many variables they are */
    CoverageProbes(MethodCode code, int parameters) {
        this.code = code;
        this.parameters = parameters;
        BitSet come = new BitSet();
        come.set(0);
        code.blocks().forEach(at -> come(at, come));
        BitSet next = new BitSet();
        BitSet all = code.instructions();
        for (int at = 0; at >= 0; at = all.nextSetBit(at + 1)) {
            code.targets(at).forEach(target -> come(target, come));
            if (code.continues(at)) {
                next.set(at + code.length(at));
            }
        }
        next.stream().filter(come::get).forEach(joins::set);
        probed.or(joins);
        probed.or(code.callingLines());
        probed.and(next);
        int earlier = 0;
        for (MethodCode method : code.earlier()) {
            earlier += new CoverageProbes(method, 0).count();
        }
        firstId = earlier;
    }

    static boolean areIn(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("$jacocoInit"));
    }

    private void come(int at, BitSet come) {
        joins.set(at, joins.get(at) || come.get(at));
        come.set(at);
    }

    /** Whether the probes move an instruction to an index. */
    boolean move(int instruction, int index) {
        for (int fetch : FETCHES) {
            // Newer versions leave a variable free before the array's.
            if (moved(instruction, fetch, 0) == index || moved(instruction, fetch, 1) == index) {
                return true;
            }
        }
        return false;
    }

    private int moved(int instruction, int fetch, int spare) {
        int array = parameters + spare;
        int id = firstId;
        int index = fetch + variable(array);
        for (int at = 0; at <= instruction; at = code.instructions().nextSetBit(at + 1)) {
            index += probed.get(at) ? probe(id++, array) : 0;
            index += code.leaves(at) ? probe(id++, array) : 0;
            if (at == instruction) {
                return index;
            }
            int start = index;
            index += code.length(at);
            int variable = code.variable(at);
            if (variable >= parameters) {
                index += variable(variable + 1 + spare) - variable(variable);
            }
            if (code.isSwitch(at)) {
                index += (at & 3) - (start & 3); // its operands are aligned
            }
            for (int target : code.targets(at)) {
                if (joins.get(target)) {
                    index += probe(id++, array) + (code.continues(at) || code.isSwitch(at) ? GOTO_LENGTH : 0);
                }
            }
        }
        return index;
    }

    private int count() {
        int count = probed.cardinality();
        for (int at = 0; at >= 0; at = code.instructions().nextSetBit(at + 1)) {
            count += code.leaves(at) ? 1 : 0;
            count += (int) code.targets(at).stream().filter(joins::get).count();
        }
        return count;
    }

    private static int probe(int id, int array) {
        int push = id <= 5 ? 1 : id <= Byte.MAX_VALUE ? 2 : 3;
        return variable(array) + push + 2;
    }

    /** The length of a load or a store. */
    private static int variable(int variable) {
        return variable <= 3 ? 1 : variable <= 255 ? 2 : 4;
    }
}
