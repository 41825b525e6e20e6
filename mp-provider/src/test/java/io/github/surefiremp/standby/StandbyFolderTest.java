package io.github.surefiremp.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandbyFolderTest {
    private static final String RUN = ProcessHandle.current().pid() + "-run-1";

    @TempDir
    private Path temp;

    @BeforeEach
    void directory() throws IOException {
        Files.createDirectory(temp.resolve("work"));
    }

    @Test
    void itIsPrivate() throws IOException {
        Path folder = temp.resolve("a/b");

        StandbyFolder.open(folder);
        StandbyFolder.open(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void whatOthersCanWriteIntoIsRefused() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> StandbyFolder.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can be used by others");
    }

    @Test
    void aLinkIsRefused() throws IOException {
        Path target = temp.resolve("target");
        StandbyFolder.open(target);
        Path link = Files.createSymbolicLink(temp.resolve("link"), target);

        assertThatThrownBy(() -> StandbyFolder.open(link)).hasMessageContaining("is not a folder");
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        assertThat(StandbyFolder.find(temp.resolve("nothing"))).isEmpty();
        assertThat(temp.resolve("nothing")).doesNotExist();
    }

    @Test
    void aRecipeIsFoundByItsRunAlone() throws IOException {
        StandbyFolder folder = StandbyFolder.open(temp.resolve("jvms"));
        Recipe recipe = recipe("x=1");
        folder.leave(RUN, 2).write(recipe);
        folder.leave(RUN + "1", 1).write(recipe("another"));

        List<Standby> left = folder.leftBy(RUN);

        assertThat(left).hasSize(1);
        assertThat(left.get(0).recipe()).isEqualTo(recipe);
        assertThat(folder.waiting()).isEmpty();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(left.get(0).folder().resolve("recipe"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsStartedForgetsItsEnvironment() throws IOException {
        Standby standby = StandbyFolder.open(temp.resolve("jvms")).leave(RUN, 1);
        standby.write(recipe("secret"));

        standby.started();

        assertThat(standby.recipe().environment()).isEmpty();
        assertThat(standby.recipe().match()).isEqualTo(recipe("secret").match());
        assertThat(standby.state()).isEqualTo(Standby.State.WARMING);
    }

    @Test
    void onlyOneClaims() throws IOException {
        Standby standby = StandbyFolder.open(temp.resolve("jvms")).leave(RUN, 1);
        standby.write(recipe(""));
        standby.started();
        standby.runs(0);
        assertThat(standby.state()).isEqualTo(Standby.State.WARMING);
        standby.runs(1234);
        assertThat(standby.state()).isEqualTo(Standby.State.READY);

        assertThat(standby.claim())
                .hasValueSatisfying(claim -> assertThat(claim.port()).isEqualTo(1234));
        assertThat(standby.claim()).isEmpty();

        assertThat(standby.state()).isEqualTo(Standby.State.USED);
        assertThat(standby.end()).isFalse();
    }

    @Test
    void whatDeadProcessesLeftIsSweptAway() throws IOException {
        StandbyFolder folder = StandbyFolder.open(temp.resolve("jvms"));
        Standby ofDeadMaven = folder.leave("999999999-run-1", 1);
        Standby ended = folder.leave(RUN, 1);
        ended.write(recipe(""));
        ended.started();
        Files.writeString(ended.folder().resolve("process"), "pid=999999999\nport=1\nstart=0\n");
        Standby anotherProcess = folder.leave(RUN, 2);
        Files.writeString(
                anotherProcess.folder().resolve("process"),
                "pid=" + ProcessHandle.current().pid() + "\nport=1\nstart=1000\n");
        Standby left = folder.leave(RUN, 3);

        folder.sweep();

        assertThat(ofDeadMaven.folder()).doesNotExist();
        assertThat(ended.folder()).doesNotExist();
        assertThat(anotherProcess.folder()).doesNotExist();
        assertThat(left.folder()).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number=x", "project=\\u00zz"})
    void aDamagedRecipeIsNamed(String text) throws IOException {
        Standby standby = StandbyFolder.open(temp.resolve("jvms")).leave(RUN, 1);
        Files.writeString(standby.folder().resolve("recipe"), text);

        assertThatThrownBy(standby::recipe).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pid=x", "pid=1\nport=x\nstart=1", "pid=1\nport=1\nstart=x", "pid=1\nport=1\nstart=\\u00zz"})
    void damagedNumbersTellOfNoProcess(String text) throws IOException {
        StandbyFolder folder = StandbyFolder.open(temp.resolve("jvms"));
        Standby standby = folder.leave(RUN, 1);
        standby.write(recipe(""));
        standby.started();
        Files.writeString(standby.folder().resolve("process"), text);

        folder.sweep();

        assertThat(standby.state()).isEqualTo(Standby.State.WARMING);
        assertThat(standby.pid()).isEmpty();
    }

    /** The shell of a JVM that was killed writes its exit code while the folder goes, and others sweep. */
    @Test
    void whatOthersWriteAndRemoveMeanwhileIsNoTrouble() throws Exception {
        StandbyFolder folder = StandbyFolder.open(temp.resolve("jvms"));
        for (int i = 1; i <= 100; i++) {
            Standby standby = folder.leave(RUN, i);
            standby.write(recipe(""));
            standby.started();
            standby.runs(0);
            standby.claim();
            CompletableFuture<Void> shell = CompletableFuture.runAsync(() -> writesWhenItGoes(standby));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> deletesWhenItGoes(standby));

            standby.delete();

            shell.get(30, TimeUnit.SECONDS);
            other.get(30, TimeUnit.SECONDS);
            // What comes when all is gone has no place any more.
            assertThat(standby.folder()).doesNotExist();
        }
    }

    private static void writesWhenItGoes(Standby standby) {
        Path fresh = standby.folder().resolve("exit.tmp");
        awaitGoing(standby);
        try {
            Files.writeString(fresh, "137");
            Files.move(fresh, standby.exit());
        } catch (IOException e) {
            // It was too late.
        }
    }

    private static void deletesWhenItGoes(Standby standby) {
        awaitGoing(standby);
        try {
            standby.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitGoing(Standby standby) {
        while (Files.exists(standby.folder().resolve("started"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oneThatCannotBeReadDoesNotKeepTheOthersFromStarting() throws IOException {
        StandbyFolder folder = StandbyFolder.open(temp.resolve("jvms"));
        Standby damaged = folder.leave(RUN, 1);
        Files.writeString(damaged.folder().resolve("recipe"), "");
        Standby gone = folder.leave("another", 1);
        Files.createFile(gone.folder().resolve("started"));
        Standby good = folder.leave(RUN, 2);
        good.write(recipe(""));

        StandbyKeeper.Result result = StandbyKeeper.keep(folder, List.of(RUN), 0);

        assertThat(result).isEqualTo(new StandbyKeeper.Result(0, 1));
        assertThat(damaged.folder()).doesNotExist();
        assertThat(good.folder()).doesNotExist();
        assertThat(gone.folder()).exists();
    }

    @Test
    void whatCannotBeStartedLeavesNoSecrets() throws IOException {
        StandbyFolder folder = StandbyFolder.open(temp.resolve("jvms"));
        Standby first = folder.leave(RUN, 1);
        first.write(recipe("1"));
        Standby second = folder.leave(RUN, 2);
        second.write(recipe("2"));
        Files.delete(temp.resolve("work"));

        assertThatThrownBy(() -> StandbyKeeper.keep(folder, List.of(RUN), 1_000_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("work");

        assertThat(temp.resolve("jvms")).isEmptyDirectory();
    }

    private Recipe recipe(String value) {
        return new Recipe(
                temp.resolve("project"),
                temp,
                "g:a",
                "surefire:default-test",
                0,
                "secret",
                1_000,
                2_000,
                3,
                Map.of("argument 1", value),
                List.of("java", "-Dx=" + value),
                Map.of("ENV", value),
                temp.resolve("work"),
                Map.of("user.timezone", "UTC"),
                true);
    }
}
