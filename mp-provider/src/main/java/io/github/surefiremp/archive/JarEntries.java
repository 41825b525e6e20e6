package io.github.surefiremp.archive;

import java.io.File;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The names in a jar by which something could be found on a class path. */
final class JarEntries {
    private static final Pattern OF_A_RELEASE = Pattern.compile("META-INF/versions/\\d+/");

    /** Each jar has some of them, and nobody asks a class path for them. */
    private static final Pattern NOBODYS = Pattern.compile("module-info\\.class|META-INF/MANIFEST\\.MF"
            + "|META-INF/INDEX\\.LIST|META-INF/[^/]*\\.(SF|RSA|DSA|EC)"
            + "|(META-INF/)?(LICENSE|NOTICE|DEPENDENCIES|README)[^/]*");

    private JarEntries() {}

    /** All of them; what is for a release of Java counts as what it replaces. */
    static Set<String> of(String jar) throws IOException {
        Set<String> names = new TreeSet<>();
        try (ZipFile file = new ZipFile(new File(jar))) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = OF_A_RELEASE.matcher(entry.getName()).replaceFirst("");
                if (!entry.isDirectory() && !NOBODYS.matcher(name).matches()) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
