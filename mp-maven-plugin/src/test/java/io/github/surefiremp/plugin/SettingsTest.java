package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.plugin.Settings.Value;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void theCommandLineBeatsTheConfigurationThatThePom() throws SettingException {
        assertThat(settings("mp.np=1", Map.of("np", "2"), "mp.np=3").get(Setting.NP))
                .contains(new Value("1", "-Dmp.np"));
        assertThat(settings("", Map.of("np", "2"), "mp.np=3").get(Setting.NP)).contains(new Value("2", "<np>"));
        assertThat(settings("", NOTHING, "mp.np=3").get(Setting.NP)).contains(new Value("3", "property mp.np"));
        assertThat(settings("", NOTHING, "").get(Setting.NP)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingIsAPropertyAndAnElement(Setting setting) throws SettingException {
        assertThat(setting.property()).isEqualTo("mp." + setting.element());
        assertThat(settings(setting.property() + "=x", NOTHING, "").get(setting))
                .contains(new Value("x", "-D" + setting.property()));
        assertThat(settings("", Map.of(setting.element(), "x"), "").get(setting))
                .contains(new Value("x", "<" + setting.element() + ">"));
        assertThat(Setting.ofElement(setting.element())).contains(setting);
        assertThat(Setting.ofProperty(setting.property())).contains(setting);
        assertThat(Setting.allElements()).contains(setting.element());
    }

    @Test
    void anUnknownElementIsAnErrorThatListsTheSettings() {
        assertThatThrownBy(() -> settings("", Map.of("forks", "2"), ""))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("<forks>")
                .hasMessageContaining("np, numProcesses, skip")
                .hasMessageContaining("maxWorkerRestarts");
    }

    @Test
    void anElementIsWrittenAsItIs() {
        assertThatThrownBy(() -> settings("", Map.of("NP", "2"), "")).hasMessageContaining("<NP>");
    }

    @Test
    void theCaseOfANameMatters() throws SettingException {
        assertThat(settings("mp.NP=4", NOTHING, "").warnings())
                .singleElement()
                .asString()
                .contains("-Dmp.NP ", "did you mean -Dmp.np?");
    }

    @Test
    void aNearMissOfTheShortestNameIsWarnedOf() throws SettingException {
        assertThat(settings("mp.npp=4", NOTHING, "").warnings())
                .singleElement()
                .asString()
                .contains("-Dmp.npp ", "did you mean -Dmp.np?");
    }

    @Test
    void aNearMissNamesWhatWasMeant() throws SettingException {
        assertThat(settings("mp.numProcceses=4", NOTHING, "").warnings())
                .singleElement()
                .asString()
                .contains("did you mean -Dmp.numProcesses?");
        assertThat(settings("mp.skipp=true", NOTHING, "").warnings())
                .singleElement()
                .asString()
                .contains("did you mean -Dmp.skip?");
        assertThat(settings("mp.maxworkerrestart=1", NOTHING, "").warnings())
                .singleElement()
                .asString()
                .contains("did you mean -Dmp.maxWorkerRestarts?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mp.messaging.incoming.x",
                "mp.messaging.outgoing.x.connector",
                "mp.jwt.verify.publickey",
                "mp.jwt",
                "mp.openapi.scan.disable",
                "mp.health",
                "mp.metrics.appName",
                "mp.config.profile",
                "mp.tracing",
                "np",
                "empty",
                "mp"
            })
    void whatIsNotMeantForMpIsNotMentioned(String property) throws SettingException {
        assertThat(settings(property + "=1", NOTHING, "").warnings()).isEmpty();
    }

    @Test
    void onlyTheCommandLineIsSearchedForNearMisses() throws SettingException {
        assertThat(settings("", NOTHING, "mp.skipp=true").warnings()).isEmpty();
    }

    @Test
    void standbyIsOffUnlessAskedForAndNeverMoreThanNp() throws SettingException {
        assertThat(settings("", NOTHING, "").standby(4)).isZero();
        assertThat(settings("mp.standby=off", NOTHING, "").standby(4)).isZero();
        assertThat(settings("mp.standby=0", NOTHING, "").standby(4)).isZero();
        assertThat(settings("mp.standby=auto", NOTHING, "").standby(4)).isEqualTo(4);
        assertThat(settings("mp.standby=3", NOTHING, "").standby(4)).isEqualTo(3);
        assertThat(settings("mp.standby=5", NOTHING, "").standby(4)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "on", "true", "", "1.5"})
    void standbyIsOffAutoOrANumber(String value) throws SettingException {
        Settings settings = settings("", Map.of("standby", value), "");

        assertThatThrownBy(() -> settings.standby(4))
                .hasMessage("<standby>=" + value + " must be off, auto or a whole number from 0 on");
    }

    @Test
    void threadsAreOffUnlessAskedForAndAutoIsAShareOfTheCores() throws SettingException {
        assertThat(settings("", NOTHING, "").threads(2, 8)).isEqualTo(1);
        assertThat(settings("mp.threads=0", NOTHING, "").threads(2, 8)).isEqualTo(1);
        assertThat(settings("mp.threads=auto", NOTHING, "").threads(2, 8)).isEqualTo(4);
        assertThat(settings("mp.threads=auto", NOTHING, "").threads(3, 8)).isEqualTo(2);
        assertThat(settings("mp.threads=auto", NOTHING, "").threads(16, 8)).isEqualTo(1);
        assertThat(settings("mp.threads=16", NOTHING, "").threads(2, 8)).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "on", "true", "", "1.5", "1001"})
    void threadsAreAutoOrANumber(String value) throws SettingException {
        Settings settings = settings("", Map.of("threads", value), "");

        assertThatThrownBy(() -> settings.threads(1, 1))
                .hasMessage("<threads>=" + value + " must be auto or a whole number from 0 to 1000");
    }

    @Test
    void npHasTwoNames() throws SettingException {
        assertThat(settings("mp.np=4", NOTHING, "").np()).contains(new Value("4", "-Dmp.np"));
        assertThat(settings("mp.numProcesses=4", NOTHING, "").np()).contains(new Value("4", "-Dmp.numProcesses"));
        assertThat(settings("", NOTHING, "").np()).isEmpty();
    }

    @Test
    void theTwoNamesMaySayTheSame() throws SettingException {
        assertThat(settings("mp.np=4 mp.numProcesses=4", NOTHING, "").np()).isPresent();
    }

    @Test
    void theTwoNamesMayNotSayDifferentThingsInOnePlace() throws SettingException {
        Settings settings = settings("mp.np=4 mp.numProcesses=2", NOTHING, "");

        assertThatThrownBy(settings::np)
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("-Dmp.np=4")
                .hasMessageContaining("-Dmp.numProcesses=2")
                .hasMessageContaining("keep one of them");
        Settings configured = settings("", Map.of("np", "1", "numProcesses", "2"), "");
        assertThatThrownBy(configured::np).hasMessageContaining("<np>=1").hasMessageContaining("<numProcesses>=2");
    }

    @Test
    void theCommandLineBeatsTheConfigurationUnderTheOtherNameToo() throws SettingException {
        assertThat(settings("mp.np=4", Map.of("numProcesses", "2"), "").np()).contains(new Value("4", "-Dmp.np"));
        assertThat(settings("mp.numProcesses=4", Map.of("np", "2"), "").np())
                .contains(new Value("4", "-Dmp.numProcesses"));
        assertThat(settings("", Map.of("numProcesses", "2"), "mp.np=3").np())
                .contains(new Value("2", "<numProcesses>"));
    }

    @Test
    void aFlagIsTrueFalseOrJustThere() throws SettingException {
        assertThat(settings("mp.skip=true", NOTHING, "").flag(Setting.SKIP)).isTrue();
        assertThat(settings("mp.skip= true ", NOTHING, "").flag(Setting.SKIP)).isTrue();
        assertThat(settings("mp.skip=", NOTHING, "").flag(Setting.SKIP)).isTrue();
        assertThat(settings("mp.skip=false", NOTHING, "").flag(Setting.SKIP)).isFalse();
        assertThat(settings("", NOTHING, "").flag(Setting.SKIP)).isFalse();
    }

    @Test
    void anotherFlagIsAnErrorThatNamesItAndWhatIsAllowed() throws SettingException {
        Settings settings = settings("mp.skip=yes", NOTHING, "");

        assertThatThrownBy(() -> settings.flag(Setting.SKIP))
                .isInstanceOf(SettingException.class)
                .hasMessage("-Dmp.skip=yes must be true or false");
    }

    @Test
    void aNumberHasALeastValueAndADefault() throws SettingException {
        assertThat(settings("mp.maxWorkerRestarts= 3 ", NOTHING, "").number(Setting.MAX_WORKER_RESTARTS, 0, 8))
                .isEqualTo(3);
        assertThat(settings("mp.maxWorkerRestarts=0", NOTHING, "").number(Setting.MAX_WORKER_RESTARTS, 0, 8))
                .isZero();
        assertThat(settings("", NOTHING, "").number(Setting.MAX_WORKER_RESTARTS, 0, 8))
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "", "1.5", "99999999999"})
    void anotherNumberIsAnErrorThatNamesItAndWhatIsAllowed(String value) throws SettingException {
        Settings settings = settings("", Map.of("maxWorkerRestarts", value), "");

        assertThatThrownBy(() -> settings.number(Setting.MAX_WORKER_RESTARTS, 0, 8))
                .isInstanceOf(SettingException.class)
                .hasMessage("<maxWorkerRestarts>=" + value + " must be a whole number from 0 on");
    }

    /** The command line and the POM are given as {@code name=value} with blanks between. */
    private static Settings settings(String command, Map<String, String> configuration, String pom)
            throws SettingException {
        return new Settings(properties(command), configuration, properties(pom));
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        for (String pair : text.isEmpty() ? new String[0] : text.split(" (?=mp\\.)")) {
            int equals = pair.indexOf('=');
            properties.setProperty(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return properties;
    }
}
