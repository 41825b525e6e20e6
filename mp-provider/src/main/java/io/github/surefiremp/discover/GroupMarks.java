package io.github.surefiremp.discover;

import static java.util.stream.Collectors.joining;

import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.Strategy;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds where {@code @MpGroup} puts tests into groups. Where it has two strategies, each makes a mark of its own. */
final class GroupMarks {
    private static final String MP_GROUP = "io.github.surefiremp.annotations.MpGroup";

    private static final ClassValue<Boolean> SEEN = Annotations.seen(MP_GROUP);

    private GroupMarks() {}

    /** Where the annotation is not on the class path nothing is marked, and there is no need to look. */
    static boolean mayBeUsedIn(Class<?> type) {
        return SEEN.get(type);
    }

    /** The marks that hold for all of a class: its own, those that it inherits, those around it, its package's. */
    static List<GroupMark> ofClass(Class<?> type) {
        if (!mayBeUsedIn(type)) {
            return List.of();
        }
        Set<GroupMark> marks = new LinkedHashSet<>();
        for (Class<?> source : sources(type)) {
            marks.addAll(onType(source));
        }
        Package home = type.getPackage();
        if (home != null) {
            marks.addAll(on(home, "package " + home.getName(), true));
        }
        return List.copyOf(marks);
    }

    /** The marks on the method itself, without those of its class. */
    static List<GroupMark> ofMethod(Method method) {
        if (!mayBeUsedIn(method.getDeclaringClass())) {
            return List.of();
        }
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Annotations::simpleName)
                .collect(joining(", "));
        String place = method.getDeclaringClass().getName() + "." + method.getName() + "(" + parameters + ")";
        return on(method, "method " + place, false);
    }

    /** The marks that hold for parts of a class only: those on its methods and those in and on its nested classes. */
    static List<GroupMark> insideOf(Class<?> type) {
        if (!mayBeUsedIn(type)) {
            return List.of();
        }
        Set<GroupMark> marks = new LinkedHashSet<>();
        addInside(type, new HashSet<>(sources(type)), new HashSet<>(Set.of(type)), marks);
        return List.copyOf(marks);
    }

    /**
     * @param told the types whose own marks are known
     * @param looked the classes whose inside is known
     */
    private static void addInside(Class<?> type, Set<Class<?>> told, Set<Class<?>> looked, Set<GroupMark> marks) {
        List<Class<?>> lineage = Annotations.lineage(type);
        List<Method> methods =
                lineage.stream().flatMap(source -> methods(source).stream()).toList();
        for (Method method : methods) {
            List<GroupMark> found = ofMethod(method);
            if (!found.isEmpty() && methods.stream().noneMatch(other -> replaces(other, method))) {
                marks.addAll(found);
            }
        }
        for (Class<?> source : lineage) {
            for (Class<?> member : memberClasses(source)) {
                if (looked.add(member)) {
                    Annotations.lineage(member).stream().filter(told::add).forEach(it -> marks.addAll(onType(it)));
                    addInside(member, told, looked, marks);
                }
            }
        }
    }

    /** Whether a method overrides the other one, so that this one's marks do not hold. */
    private static boolean replaces(Method one, Method other) {
        int modifiers = other.getModifiers();
        Class<?> above = other.getDeclaringClass();
        Class<?> below = one.getDeclaringClass();
        return above != below
                && one.getName().equals(other.getName())
                && Arrays.equals(one.getParameterTypes(), other.getParameterTypes())
                && !Modifier.isStatic(one.getModifiers() | modifiers)
                && !Modifier.isPrivate(one.getModifiers() | modifiers)
                && (Modifier.isPublic(modifiers)
                        || Modifier.isProtected(modifiers)
                        || above.getPackage() == below.getPackage())
                && (above.isAssignableFrom(below) || (above.isInterface() && !below.isInterface()));
    }

    /** The compiler's own methods are left out: a bridge repeats the annotations of the method it leads to. */
    private static List<Method> methods(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .toList();
        } catch (LinkageError e) {
            return List.of();
        }
    }

    /** What could be a nested test class; not a composed annotation that is declared there, nor an abstract base. */
    private static List<Class<?>> memberClasses(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredClasses())
                    .filter(member -> !Modifier.isAbstract(member.getModifiers()) && !member.isEnum())
                    .<Class<?>>map(member -> member)
                    .toList();
        } catch (LinkageError e) {
            return List.of();
        }
    }

    /** The types whose marks hold for all of a class. */
    private static Set<Class<?>> sources(Class<?> type) {
        Set<Class<?>> sources = new LinkedHashSet<>();
        Annotations.around(type).forEach(around -> sources.addAll(Annotations.lineage(around)));
        return sources;
    }

    private static List<GroupMark> onType(Class<?> type) {
        return on(type, (type.isInterface() ? "interface " : "class ") + type.getName(), false);
    }

    private static List<GroupMark> on(AnnotatedElement element, String where, boolean packageDefault) {
        List<GroupMark> marks = new ArrayList<>();
        for (Annotations.Found found : Annotations.find(element, MP_GROUP)) {
            String place = found.by().isEmpty() ? where : where + " (by @" + found.by() + ")";
            String group =
                    Annotations.value(found.annotation(), "value").orElse("").toString();
            boolean freshJvm = Annotations.value(found.annotation(), "freshJvm")
                    .filter(Boolean.TRUE::equals)
                    .isPresent();
            List<String> strategies = Annotations.constants(found.annotation(), "strategy");
            if (strategies.isEmpty()) {
                marks.add(new GroupMark(group, null, freshJvm, place, packageDefault));
            }
            for (String strategy : strategies) {
                marks.add(new GroupMark(group, strategy(strategy), freshJvm, place, packageDefault));
            }
        }
        return marks;
    }

    /** A strategy of later annotations, which this version does not know, becomes the strictest one. */
    private static Strategy strategy(String name) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> strategy.name().equals(name))
                .findFirst()
                .orElse(Strategy.ISOLATED_SERIAL);
    }
}
