package suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How mp gets into a project, and how it is kept out.
 *
 * @param forStock arguments of runs without mp
 * @param forMp arguments of runs with it
 */
record Declared(String description, List<String> forStock, List<String> forMp) {
    private static final String PLUGIN = "mp-maven-plugin";
    private static final int DEPTH = 6;

    static Declared of(Path project, Path localRepository, String mp) throws IOException {
        boolean declared = false;
        try (Stream<Path> poms = Files.find(project, DEPTH, (file, attributes) -> file.endsWith("pom.xml"))) {
            for (Path pom : poms.toList()) {
                String text = Files.readString(pom);
                if (text.contains("<name>!" + Project.WITHOUT_MP + "</name>")) {
                    return new Declared("runs without mp do not declare it", List.of("-D" + Project.WITHOUT_MP), List.of());
                }
                declared |= text.contains(PLUGIN);
            }
        }
        if (declared) {
            return new Declared("the POM declares mp, and runs without it have -Dmp.np=0", List.of("-Dmp.np=0"), List.of());
        }
        // As mp:verify does it.
        String jars = jar(localRepository, PLUGIN, mp) + ":" + jar(localRepository, "mp-provider", mp);
        return new Declared(
                "the POM does not declare mp; runs with it have it as an extension of Maven",
                List.of(),
                List.of("-Dmaven.ext.class.path=" + jars, "-Dmp.verify.internal.everywhere=true"));
    }

    private static Path jar(Path localRepository, String artifact, String version) {
        Path jar = localRepository
                .resolve("io/github/surefiremp")
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".jar");
        if (!Files.exists(jar)) {
            throw new Mistake("No " + jar + ": install mp first, or name its version with --mp");
        }
        return jar;
    }

    List<String> arguments(Variant variant) {
        return variant.runner() == Variant.Runner.MP ? forMp : forStock;
    }
}
