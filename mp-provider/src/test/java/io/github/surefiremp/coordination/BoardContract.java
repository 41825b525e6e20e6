package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class BoardContract extends CoordinationContract {
    BoardContract(Kind kind) {
        super(kind, SMALL);
    }

    MessageBoard board() throws Exception {
        return worker().messageBoard();
    }

    @Test
    void whatOneWorkerPutsAllOthersGet() throws Exception {
        board().put("url", "http://here");

        assertThat(board().get("url", String.class)).isEqualTo("http://here");

        board().put("url", "http://there");
        assertThat(board().get("url", String.class)).isEqualTo("http://there");
    }

    @Test
    void anAbsentValueIsNull() throws Exception {
        assertThat(board().get("url", String.class)).isNull();
    }

    @Test
    void aValueIsACopy() throws Exception {
        ArrayList<String> list = new ArrayList<>(List.of("one"));
        board().put("list", list);
        list.add("two");

        List<?> got = board().get("list", List.class);
        assertThat(got).hasSize(1);
        assertThat(board().get("list", Object.class)).isNotSameAs(got);
    }

    @Test
    void putIfAbsentKeepsWhatIsThere() throws Exception {
        assertThat(board().putIfAbsent("n", 1)).isTrue();
        assertThat(board().putIfAbsent("n", 2)).isFalse();
        assertThat(board().get("n", Integer.class)).isEqualTo(1);
    }

    @Test
    void replaceSetsNothingNew() throws Exception {
        assertThat(board().replace("n", 1)).isFalse();
        assertThat(board().get("n", Integer.class)).isNull();

        board().put("n", 1);
        assertThat(board().replace("n", 2)).isTrue();
        assertThat(board().get("n", Integer.class)).isEqualTo(2);
    }

    @Test
    void replaceOfAnExpectedValueLooksAtTheValue() throws Exception {
        assertThat(board().replace("n", 1, 2)).isFalse();
        board().put("n", 1);
        assertThat(board().replace("n", 3, 2)).isFalse();
        assertThat(board().get("n", Integer.class)).isEqualTo(1);
        assertThat(board().replace("n", 1, 2)).isTrue();
        assertThat(board().get("n", Integer.class)).isEqualTo(2);
        assertThatThrownBy(() -> board().replace("n", null, 2))
                .hasMessage("the value of \"n\" on the message board cannot be null; remove the key instead");
    }

    @Test
    void removeTellsWhetherThereWasAValue() throws Exception {
        assertThat(board().remove("n")).isFalse();
        board().put("n", 1);
        assertThat(board().remove("n")).isTrue();
        assertThat(board().get("n", Integer.class)).isNull();
        assertThat(board().remove("n")).isFalse();
    }

    @Test
    void keysAreSortedAndACopy() throws Exception {
        assertThat(board().keys()).isEmpty();
        board().put("b", 1);
        board().put("ä ö", 1);
        board().put("a", 1);
        board().put("c", 1);
        assertThat(board().remove("c")).isTrue();

        var keys = board().keys();

        assertThat(keys).containsExactly("a", "b", "ä ö");
        keys.clear();
        assertThat(board().keys()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\n", "\na", "a\r", "a\r\n"})
    void aKeyIsOneLineThatIsNotBlank(String key) throws Exception {
        assertThatThrownBy(() -> board().put(key, 1))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage("a key of the message board is one line that is not blank, not \"" + key + '"');
        assertThatThrownBy(() -> board().get(key, Integer.class)).isExactlyInstanceOf(CoordinationException.class);
        assertThat(board().keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 10_000_000})
    void aKeyHasAtMostAThousandCharacters(int length) throws Exception {
        MessageBoard board = board();
        board.put("x".repeat(1_000), 1);

        assertThatThrownBy(() -> board.put("x".repeat(length), 1))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("a name of " + length + " characters is too long, 1000 are allowed: xxx");

        assertThat(board.keys()).hasSize(1);
    }

    @Test
    void aPrimitiveTypeStandsForItsWrapper() throws Exception {
        board().put("n", 1);

        int n = board().get("n", int.class);

        assertThat(n).isEqualTo(1);
    }

    @Test
    void anotherTypeIsAClearError() throws Exception {
        actor("who put it").does(worker -> {
            worker.messageBoard().put("n", 1);
            return true;
        });

        assertThatThrownBy(() -> board().get("n", String.class))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("the value of \"n\" on the message board is a java.lang.Integer and not a"
                        + " java.lang.String. It was shared by ")
                .hasMessageContaining("BoardContract")
                .hasMessageEndingWith(", thread who put it");
        assertThatThrownBy(() -> board().computeIfAbsent("n", String.class, () -> "x"))
                .hasMessageContaining("is a java.lang.Integer and not a java.lang.String");
    }

    @Test
    void nullIsNoValue() throws Exception {
        assertThatThrownBy(() -> board().put("n", null))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage("the value of \"n\" on the message board cannot be null; remove the key instead");
    }

    static class NotSerializable {}

    static class Holder implements Serializable {
        final transient Object nothing = null;
        final NotSerializable inner = new NotSerializable();
    }

    static class Refuses implements Serializable {
        private void writeObject(ObjectOutputStream out) {
            throw new IllegalStateException("not I");
        }
    }

    static class Unreadable implements Serializable {
        private void readObject(ObjectInputStream in) {
            throw new IllegalStateException("not here");
        }
    }

    static class Unlinkable implements Serializable {
        private void readObject(ObjectInputStream in) {
            throw new NoClassDefFoundError("not here either");
        }
    }

    static class DeadEnd implements Serializable {
        DeadEnd next;
    }

    @Test
    void whatCannotBeSerializedIsAClearError() throws Exception {
        assertThatThrownBy(() -> board().put("n", new Holder()))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage("the value of \"n\" on the message board, a " + Holder.class.getName()
                        + ", cannot go to other JVMs: " + NotSerializable.class.getName()
                        + " does not implement java.io.Serializable");
        assertThatThrownBy(() -> board().put("n", new Refuses()))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage("the value of \"n\" on the message board, a " + Refuses.class.getName()
                        + ", cannot be serialized: java.lang.IllegalStateException: not I");
        DeadEnd chain = new DeadEnd();
        for (int i = 0; i < 1_000_000; i++) {
            DeadEnd one = new DeadEnd();
            one.next = chain;
            chain = one;
        }
        DeadEnd tooDeep = chain;
        assertThatThrownBy(() -> board().put("n", tooDeep))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessage("the value of \"n\" on the message board, a " + DeadEnd.class.getName()
                        + ", cannot be serialized: java.lang.StackOverflowError");
        assertThat(board().keys()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsAClearError() throws Exception {
        board().put("n", new Unreadable());

        assertThatThrownBy(() -> board().get("n", Object.class))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("the value of \"n\" on the message board cannot be read here:"
                        + " java.lang.IllegalStateException: not here. It was shared by ");

        board().put("n", new Unlinkable());
        assertThatThrownBy(() -> board().get("n", Object.class))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageContaining(" cannot be read here: java.lang.NoClassDefFoundError: not here either. It was");
    }

    static class OnlyHere implements Serializable {}

    @Test
    void aClassThatIsNotKnownHereIsAClearError() throws Exception {
        board().put("n", Elsewhere.make(OnlyHere.class));
        assertThatThrownBy(() -> board().get("n", Object.class))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith(
                        "the value of \"n\" on the message board cannot be read here: there is no class "
                                + BoardContract.class.getName() + "$OnlyElse. It was shared by ");
        assertThat(board().keys()).containsExactly("n");
    }

    /** A loader of classes that nobody else knows. */
    static final class Elsewhere extends ClassLoader {
        static Object make(Class<?> type) throws ReflectiveOperationException {
            Class<?> renamed = new Elsewhere().findClass(type.getName());
            var constructor = renamed.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = "/" + name.replace('.', '/').replace("OnlyElse", "OnlyHere") + ".class";
            try (InputStream in = BoardContract.class.getResourceAsStream(file)) {
                byte[] bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                        .replace("OnlyHere", "OnlyElse")
                        .getBytes(StandardCharsets.ISO_8859_1);
                return defineClass(null, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void aValueHasALimit() throws Exception {
        board().put("n", new byte[1_900]);

        assertThatThrownBy(() -> board().put("n", new byte[2_000]))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageMatching("the value of \"n\" has 20[0-9]{2} bytes when serialized, and at most 2000 are"
                        + " allowed; write it to a file and share the file's path");
        assertThat(board().get("n", byte[].class)).hasSize(1_900);
    }

    @Test
    void aValueBeyondTheDefaultLimitDoesNotEvenLeave() throws Exception {
        assertThatThrownBy(() -> board().put("n", new byte[20 << 20]))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageMatching("the value of \"n\" on the message board has 209[0-9]{5} bytes when serialized, and"
                        + " at most 1048576 are allowed; write it to a file and share the file's path");
        assertThat(board().keys()).isEmpty();
    }

    @Test
    void aBoardHasALimit() throws Exception {
        board().put("one", new byte[1_900]);
        board().put("two", new byte[1_900]);

        assertThatThrownBy(() -> board().put("three", new byte[1_900]))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageMatching(
                        "with the 19[0-9]{2} bytes of \"three\" the message board would hold 58[0-9]{2}, and"
                                + " at most 5000 are allowed; remove what is no longer needed, or share files' paths");

        board().put("two", "smaller");
        board().put("three", new byte[1_900]);
        assertThat(board().remove("one")).isTrue();
        board().put("four", new byte[1_900]);
        for (int i = 0; i < 100; i++) {
            board().put("four", new byte[1_900 - i]);
        }
        assertThat(board().keys()).containsExactly("four", "three", "two");
    }

    @Test
    void aComputationRunsOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (Actor actor : actors(8)) {
            all.add(actor.begins(worker -> worker.messageBoard()
                    .computeIfAbsent("tenant", String.class, () -> "tenant " + runs.incrementAndGet())));
        }

        assertThat(all).allSatisfy(one -> assertThat(Actor.result(one)).isEqualTo("tenant 1"));
        assertThat(board().computeIfAbsent("tenant", String.class, () -> "other"))
                .isEqualTo("tenant 1");
        assertThat(runs).hasValue(1);
    }

    /** A computation that is under way, and how it ends. */
    private final class UnderWay {
        final CountDownLatch begun = new CountDownLatch(1);
        final CompletableFuture<Object> end = new CompletableFuture<>();
        final CompletableFuture<Object> result;

        UnderWay(String key) throws Exception {
            result = actor("who computes")
                    .begins(worker -> worker.messageBoard().computeIfAbsent(key, Object.class, () -> {
                        begun.countDown();
                        try {
                            return end.get();
                        } catch (ExecutionException e) {
                            throw (Exception) e.getCause();
                        }
                    }));
            begun.await();
        }
    }

    @Test
    void afterAComputationThatThrowsTheNextOneComputes() throws Exception {
        UnderWay first = new UnderWay("tenant");
        CompletableFuture<String> second = actor("second")
                .waitsFor(worker -> worker.messageBoard().computeIfAbsent("tenant", String.class, () -> "second"));
        CompletableFuture<String> third = actor("third")
                .waitsFor(worker -> worker.messageBoard().computeIfAbsent("tenant", String.class, () -> "third"));
        IOException problem = new IOException("no tenant today");

        first.end.completeExceptionally(problem);

        assertThat(Actor.failure(first.result)).isSameAs(problem);
        assertThat(Actor.result(second)).isEqualTo("second");
        assertThat(Actor.result(third)).isEqualTo("second");
    }

    @Test
    void afterTheLastComputationThatThrowsTheKeyIsFree() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> board().computeIfAbsent("n", Integer.class, () -> {
                        throw new IllegalStateException("no");
                    }))
                    .isExactlyInstanceOf(IllegalStateException.class);
        }
        assertThat(board().keys()).isEmpty();
        board().put("n", 1);
    }

    @Test
    void whoeverWritesAKeyThatIsBeingComputedWaits() throws Exception {
        UnderWay first = new UnderWay("n");
        CompletableFuture<Boolean> replace =
                actor("replace").waitsFor(worker -> worker.messageBoard().replace("n", 1, 2));
        CompletableFuture<Boolean> absent =
                actor("absent").waitsFor(worker -> worker.messageBoard().putIfAbsent("n", 3));
        CompletableFuture<Boolean> remove =
                actor("remove").waitsFor(worker -> worker.messageBoard().remove("n"));
        CompletableFuture<Boolean> put = actor("put").waitsFor(worker -> {
            worker.messageBoard().put("n", 5);
            return true;
        });

        first.end.complete(1);

        assertThat(Actor.result(first.result)).isEqualTo(1);
        assertThat(Actor.result(replace)).isTrue();
        assertThat(Actor.result(absent)).isFalse();
        assertThat(Actor.result(remove)).isTrue();
        assertThat(Actor.result(put)).isTrue();
        assertThat(board().get("n", Integer.class)).isEqualTo(5);
    }

    @Test
    void whoReadsAKeyThatIsBeingComputedDoesNotWait() throws Exception {
        UnderWay first = new UnderWay("n");

        assertThat(board().get("n", Integer.class)).isNull();
        assertThat(board().keys()).isEmpty();
        board().put("other", 2);

        first.end.complete(1);
        Actor.result(first.result);
        assertThat(board().keys()).containsExactly("n", "other");
    }

    @Test
    void aComputationMayUseOtherKeysButNotItsOwn() throws Exception {
        MessageBoard board = board();

        String value = board.computeIfAbsent("own", String.class, () -> {
            assertThat(board.get("own", String.class)).isNull();
            for (Runnable use : List.<Runnable>of(
                    () -> board.put("own", "x"),
                    () -> board.remove("own"),
                    () -> board.replace("own", "x"),
                    () -> board.putIfAbsent("own", "x"),
                    () -> board.computeIfAbsent("own", String.class, () -> "x"))) {
                assertThatThrownBy(use::run)
                        .isExactlyInstanceOf(CoordinationException.class)
                        .hasMessageStartingWith("\"own\" is being computed by the thread that asks for it, in ")
                        .hasMessageContaining("BoardContract.aComputationMayUseOtherKeysButNotItsOwn(")
                        .hasMessageEndingWith("; a computation cannot use the key that it is for");
            }
            return board.computeIfAbsent("other", String.class, () -> "other") + " and own";
        });

        assertThat(value).isEqualTo("other and own");
        assertThat(board.get("own", String.class)).isEqualTo("other and own");
    }

    @Test
    void aComputedValueThatCannotBeSharedIsAnErrorOfTheOneWhoComputed() throws Exception {
        for (Object bad : Arrays.asList(null, new Holder(), new Refuses(), new byte[2_000], new byte[2 << 20])) {
            UnderWay first = new UnderWay("n");
            CompletableFuture<Integer> next = actor("next")
                    .waitsFor(worker -> worker.messageBoard().computeIfAbsent("n", Integer.class, () -> 2));

            first.end.complete(bad);

            assertThat(Actor.failure(first.result))
                    .isExactlyInstanceOf(CoordinationException.class)
                    .hasMessageStartingWith("the value of \"n\"");
            assertThat(Actor.result(next)).isEqualTo(2);
            assertThat(board().remove("n")).isTrue();
        }
    }

    @Test
    void whoIsInterruptedWhileItWaitsForAComputationGoesOnWithoutIt() throws Exception {
        UnderWay first = new UnderWay("n");
        Actor interrupted = actor("interrupted");
        CompletableFuture<Integer> second =
                interrupted.waitsFor(worker -> worker.messageBoard().computeIfAbsent("n", Integer.class, () -> 2));
        CompletableFuture<Integer> third =
                actor("third").waitsFor(worker -> worker.messageBoard().computeIfAbsent("n", Integer.class, () -> 3));

        interrupted.interrupt();

        assertThat(Actor.failure(second))
                .isExactlyInstanceOf(CoordinationException.class)
                .hasMessageStartingWith("interrupted while it waited for \"n\": computed for ");
        first.end.completeExceptionally(new IOException("no"));
        assertThat(Actor.result(third)).isEqualTo(3);
    }

    @Test
    void anInterruptedThreadCanUseTheBoard() throws Exception {
        MessageBoard board = board();
        Thread.currentThread().interrupt();
        try {
            board.put("n", 1);
            assertThat(board.get("n", Integer.class)).isEqualTo(1);
            assertThat(board.computeIfAbsent("m", Integer.class, () -> 2)).isEqualTo(2);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(board().keys()).containsExactly("m", "n");
    }

    @Test
    void manyWorkersCountWithoutALoss() throws Exception {
        board().put("n", 0);
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (Actor actor : actors(4)) {
            all.add(actor.begins(worker -> {
                MessageBoard board = worker.messageBoard();
                for (int i = 0; i < 50; i++) {
                    int old;
                    do {
                        old = board.get("n", int.class);
                    } while (!board.replace("n", old, old + 1));
                }
                return true;
            }));
        }

        all.forEach(Actor::result);
        assertThat(board().get("n", int.class)).isEqualTo(200);
    }
}
