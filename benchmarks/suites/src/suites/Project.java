package suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes suites as a Maven project. */
final class Project {
    /** With this property the project does not declare mp, so that stock Surefire is measured without a trace of it. */
    static final String WITHOUT_MP = "stock";

    static final Sizes VERSIONS = Sizes.of(
            "junit", "5.13.4", "surefire", "3.5.6", "mp", "0.1.0-SNAPSHOT", "compiler", "3.15.0", "resources", "3.5.0");

    private Project() {}

    /** @param folder is emptied first, if it is a project that was made here */
    static void write(Path folder, String name, Map<SuiteKind, Sizes> suites, Sizes versions) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        Path tests = folder.resolve("src/test/java");
        for (Map.Entry<SuiteKind, Sizes> suite : suites.entrySet()) {
            SuiteKind kind = suite.getKey();
            Sizes sizes = suite.getValue();
            Path sources = tests.resolve(kind.packageName());
            if (kind == SuiteKind.CPU) {
                int given = sizes.number("roundsPerMilli");
                long rounds = given > 0 ? given : Work.calibrate();
                System.out.println("roundsPerMilli=" + rounds);
                files.put(sources.resolve("Work.java"), Work.source(kind.packageName(), rounds));
            }
            for (TestClass test : kind.classes(sizes)) {
                files.put(sources.resolve(test.name() + ".java"), test.source(kind.packageName()));
            }
        }
        String pom = pom(name, versions);
        if (Files.exists(folder)) {
            Path old = folder.resolve("pom.xml");
            if (!Files.exists(old) || !Files.readString(old).contains("io.github.surefiremp.benchmarks")) {
                throw new Mistake(folder + " exists and is no generated suite; name another folder");
            }
            Folders.delete(folder);
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pom.xml"), pom);
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
        System.out.println(name + " " + suites + ", " + files.size() + " files in " + folder);
    }

    private static String pom(String name, Sizes versions) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                         xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.github.surefiremp.benchmarks</groupId>
                  <artifactId>${name}</artifactId>
                  <version>1</version>
                  <properties>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    <maven.compiler.release>17</maven.compiler.release>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>org.junit.jupiter</groupId>
                      <artifactId>junit-jupiter</artifactId>
                      <version>${junit}</version>
                      <scope>test</scope>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                ${resources}${compiler}${surefire}    </plugins>
                  </build>
                  <profiles>
                    <profile>
                      <id>mp</id>
                      <activation>
                        <property>
                          <name>!${without}</name>
                        </property>
                      </activation>
                      <build>
                        <plugins>
                          <plugin>
                            <groupId>io.github.surefiremp</groupId>
                            <artifactId>mp-maven-plugin</artifactId>
                            <version>${mp}</version>
                            <extensions>true</extensions>
                          </plugin>
                        </plugins>
                      </build>
                    </profile>
                  </profiles>
                </project>
                """
                .replace("${name}", name)
                .replace("${without}", WITHOUT_MP)
                .replace("${junit}", versions.text("junit"))
                .replace("${mp}", versions.text("mp"))
                .replace("${resources}", plugin("maven-resources-plugin", versions.text("resources")))
                .replace("${compiler}", plugin("maven-compiler-plugin", versions.text("compiler")))
                .replace("${surefire}", plugin("maven-surefire-plugin", versions.text("surefire")));
    }

    private static String plugin(String name, String version) {
        return """
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>%s</artifactId>
                        <version>%s</version>
                      </plugin>
                """.formatted(name, version);
    }
}
