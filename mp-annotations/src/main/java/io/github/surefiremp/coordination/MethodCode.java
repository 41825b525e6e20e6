package io.github.surefiremp.coordination;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The instructions of one method, as its class file has them; an instruction is named by its index in the code. */
final class MethodCode {

    /** In place of an instruction: before the first one. */
    static final int ENTRY = -1;

    private static final int ILOAD = 21;
    private static final int ALOAD = 25;
    private static final int ALOAD_0 = 42;
    private static final int ALOAD_3 = 45;
    private static final int ISTORE = 54;
    private static final int ASTORE = 58;
    private static final int ASTORE_3 = 78;
    private static final int IINC = 132;
    private static final int IFEQ = 153;
    private static final int IF_ACMPNE = 166;
    private static final int GOTO = 167;
    private static final int RET = 169;
    private static final int TABLESWITCH = 170;
    private static final int LOOKUPSWITCH = 171;
    private static final int IRETURN = 172;
    private static final int RETURN = 177;
    private static final int INVOKEVIRTUAL = 182;
    private static final int INVOKEDYNAMIC = 186;
    private static final int ATHROW = 191;
    private static final int WIDE = 196;
    private static final int IFNULL = 198;
    private static final int IFNONNULL = 199;
    private static final int GOTO_W = 200;

    /** The lengths of the instructions from nop to goto_w; 0: it depends, or the instruction is not supported. */
    private static final String LENGTHS = "1".repeat(16) + "23233" + "2".repeat(5) + "1".repeat(28) + "2".repeat(5)
            + "1".repeat(73) + "3" + "1".repeat(20) + "3".repeat(15) + "0000" + "1".repeat(6) + "3".repeat(7) + "55323"
            + "11" + "33" + "11" + "04335";

    private final ByteBuffer code;
    private final TreeMap<Integer, Integer> lines;
    private final BitSet instructions = new BitSet();
    private final boolean isStatic;
    private final List<Integer> blocks;
    private final Supplier<List<MethodCode>> earlier;
    private final Map<Integer, String> calls = new LinkedHashMap<>();

    /**
     * @param lines the line that begins at an instruction
     * @param blocks where the protected blocks and their handlers begin
     * @param earlier the methods before this one
     */
    MethodCode(
            ByteBuffer code,
            Map<Integer, Integer> lines,
            boolean isStatic,
            List<Integer> blocks,
            Supplier<List<MethodCode>> earlier,
            ClassFile constants) {
        this.code = code;
        this.lines = new TreeMap<>(lines);
        this.isStatic = isStatic;
        this.blocks = blocks;
        this.earlier = earlier;
        for (int at = 0; at < code.limit(); at += length(at)) {
            instructions.set(at);
            if (opcode(at) >= INVOKEVIRTUAL && opcode(at) <= INVOKEDYNAMIC) {
                calls.put(at, constants.methodName(code.getChar(at + 1)));
            }
        }
    }

    /** The calls of methods of that name; if there are none, all calls: a lambda's method is called by another name. */
    List<Integer> calls(String name) {
        boolean known = calls.containsValue(name);
        return calls.keySet().stream()
                .filter(at -> !known || name.equals(calls.get(at)))
                .toList();
    }

    /** The line of an instruction, negative without line numbers: as a stack frame says it. */
    int line(int at) {
        var line = lines.floorEntry(at);
        return line == null ? -1 : line.getValue();
    }

    /** Whether control can come from one instruction's end to another instruction, without an exception. */
    boolean isReachable(int from, int to) {
        return reachable(from).get(to);
    }

    /** Whether after an instruction control never returns, but comes to throwing an exception that was kept. */
    boolean onlyThrowsOn(int from) {
        BitSet after = reachable(from);
        return after.stream().noneMatch(this::isReturn)
                && after.stream().anyMatch(at -> opcode(at) == ATHROW && loadsReference(at));
    }

    private boolean loadsReference(int next) {
        int at = instructions.previousSetBit(next - 1);
        int opcode = at < 0 ? 0 : opcode(opcode(at) == WIDE ? at + 1 : at);
        return opcode == ALOAD || (opcode >= ALOAD_0 && opcode <= ALOAD_3);
    }

    private BitSet reachable(int from) {
        BitSet seen = new BitSet();
        BitSet open = new BitSet();
        open.set(from == ENTRY ? 0 : from + length(from));
        while (!open.isEmpty()) {
            int at = open.nextSetBit(0);
            open.clear(at);
            if (!seen.get(at)) {
                seen.set(at);
                targets(at).forEach(open::set);
                if (continues(at)) {
                    open.set(at + length(at));
                }
            }
        }
        return seen;
    }

    /** Where an instruction jumps to. */
    Set<Integer> targets(int at) {
        int opcode = opcode(at);
        if (isConditional(at) || opcode == GOTO) {
            return Set.of(at + code.getShort(at + 1));
        }
        if (opcode == GOTO_W) {
            return Set.of(at + code.getInt(at + 1));
        }
        if (!isSwitch(at)) {
            return Set.of();
        }
        int operands = operands(at);
        Set<Integer> targets = new HashSet<>();
        targets.add(at + code.getInt(operands));
        int step = opcode == TABLESWITCH ? 4 : 8;
        for (int target = operands + 12; target < at + length(at); target += step) {
            targets.add(at + code.getInt(target));
        }
        return targets;
    }

    boolean isConditional(int at) {
        int opcode = opcode(at);
        return (opcode >= IFEQ && opcode <= IF_ACMPNE) || opcode == IFNULL || opcode == IFNONNULL;
    }

    boolean isSwitch(int at) {
        return opcode(at) == TABLESWITCH || opcode(at) == LOOKUPSWITCH;
    }

    private boolean isReturn(int at) {
        return opcode(at) >= IRETURN && opcode(at) <= RETURN;
    }

    /** Whether it returns or throws. */
    boolean leaves(int at) {
        return isReturn(at) || opcode(at) == ATHROW;
    }

    /** Whether control can come to the next instruction. */
    boolean continues(int at) {
        return !leaves(at) && !isSwitch(at) && opcode(at) != GOTO && opcode(at) != GOTO_W;
    }

    BitSet instructions() {
        return instructions;
    }

    boolean isStatic() {
        return isStatic;
    }

    List<Integer> blocks() {
        return blocks;
    }

    /** The methods before this one in the class file. */
    List<MethodCode> earlier() {
        return earlier.get();
    }

    /** The instructions at which a line begins that calls a method. */
    BitSet callingLines() {
        BitSet starts = new BitSet();
        for (int at : calls.keySet()) {
            Integer start = lines.floorKey(at);
            if (start != null) {
                starts.set(start);
            }
        }
        return starts;
    }

    /** The local variable that a load, store or increment names, or -1. */
    int variable(int at) {
        int opcode = opcode(at);
        if (opcode == WIDE) {
            return code.getChar(at + 2);
        }
        if ((opcode >= ILOAD && opcode <= ALOAD) || (opcode >= ISTORE && opcode <= ASTORE) || opcode == IINC) {
            return code.get(at + 1) & 0xff;
        }
        if (opcode > ALOAD && opcode <= ALOAD_3) {
            return (opcode - ALOAD - 1) % 4;
        }
        return opcode > ASTORE && opcode <= ASTORE_3 ? (opcode - ASTORE - 1) % 4 : -1;
    }

    private int opcode(int at) {
        return code.get(at) & 0xff;
    }

    private int operands(int at) {
        return (at & ~3) + 4; // aligned
    }

    int length(int at) {
        int opcode = opcode(at);
        int operands = operands(at);
        if (opcode == TABLESWITCH) {
            return operands + 12 + 4 * (code.getInt(operands + 8) - code.getInt(operands + 4) + 1) - at;
        }
        if (opcode == LOOKUPSWITCH) {
            return operands + 8 + 8 * code.getInt(operands + 4) - at;
        }
        if (opcode == WIDE && opcode(at + 1) != RET) {
            return opcode(at + 1) == IINC ? 6 : 4;
        }
        int length = opcode < LENGTHS.length() ? LENGTHS.charAt(opcode) - '0' : 0;
        if (length == 0) {
            throw new UnsupportedOperationException("Instruction " + opcode); // jsr, ret: gone since Java 6
        }
        return length;
    }
}
