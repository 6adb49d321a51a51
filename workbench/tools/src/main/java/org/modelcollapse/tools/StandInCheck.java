package org.modelcollapse.tools;

import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/**
 * Holds a stand-in for KNIME's API against KNIME: what is compiled against the stand-in must find the same in KNIME. Every visible type and member of the
 * stand-in has to exist there alike, constants with the same value; and what one must implement in KNIME has to be declared in the stand-in.
 */
final class StandInCheck {

    private static final int TYPE_FLAGS = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM
        | Opcodes.ACC_ANNOTATION | Opcodes.ACC_STATIC;
    private static final int MEMBER_FLAGS = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC;

    private final Bundles standIn;
    private final Types own;
    private final Types real;
    private final SortedSet<String> differences = new TreeSet<>();
    private int checked;

    StandInCheck(final Bundles standIn, final Bundles knime) {
        this.standIn = standIn;
        this.own = new Types(standIn);
        this.real = new Types(knime);
    }

    /** @return a line for each difference, sorted */
    SortedSet<String> run() {
        standIn.typeNames().stream().filter(n -> n.startsWith(CheckKnime.ROOT)).map(standIn::find).filter(own::isVisible).forEach(this::check);
        return differences;
    }

    /** @return how many types and members were looked at */
    int checked() {
        return checked;
    }

    private void differ(final String subject, final String what) {
        differences.add(ClassInfo.readable(subject) + ": " + what);
    }

    private void check(final ClassInfo type) {
        checked++;
        final ClassInfo there = real.find(type.name());
        if (there == null || !real.isVisible(there)) {
            differ(type.name(), there == null ? "KNIME has no such type" : "not visible in KNIME");
            return;
        }
        compareFlags(type.name(), type.access(), there.access(), TYPE_FLAGS);
        final Map<String, ClassInfo> realSupertypes = real.withSupertypes(type.name());
        for (final ClassInfo supertype : own.withSupertypes(type.name()).values()) {
            if (own.isVisible(supertype) && !realSupertypes.containsKey(supertype.name())) {
                differ(type.name(), "in KNIME no " + ClassInfo.readable(supertype.name()));
            }
        }
        type.members().forEach((key, member) -> {
            if (member.isVisible()) {
                check(type, key, member);
            }
        });
        requireAbstracts(type, there);
    }

    private void check(final ClassInfo type, final String key, final ClassInfo.Member member) {
        checked++;
        final String subject = type.name() + "." + key;
        final Types.Found there = key.startsWith("<init>") ? constructor(type, key) : real.findMember(type.name(), key);
        if (there == null || !there.member().isAccessible()) {
            differ(subject, there == null ? "KNIME has no such member" : "not visible in KNIME");
            return;
        }
        final boolean declaredHere = there.type().name().equals(type.name());
        // a method that KNIME inherits from an interface may well be implemented here
        compareFlags(subject, member.access(), there.member().access(), declaredHere ? MEMBER_FLAGS : Opcodes.ACC_STATIC | Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL);
        if (!Objects.equals(member.constant(), there.member().constant())) {
            differ(subject, "in KNIME the constant is " + there.member().constant() + ", here " + member.constant());
        }
        if (member.hasDefault() != there.member().hasDefault()) {
            differ(subject, there.member().hasDefault() ? "has a default in KNIME only" : "has a default here only");
        }
    }

    private Types.Found constructor(final ClassInfo type, final String key) {
        final ClassInfo there = real.find(type.name());
        final ClassInfo.Member member = there.members().get(key);
        return member == null ? null : new Types.Found(there, member);
    }

    private void requireAbstracts(final ClassInfo type, final ClassInfo there) {
        there.members().forEach((key, member) -> {
            if (member.is(Opcodes.ACC_ABSTRACT) && member.isVisible()) {
                final Types.Found here = own.findMember(type.name(), key);
                if (here == null || !here.member().is(Opcodes.ACC_ABSTRACT) && !type.is(Opcodes.ACC_FINAL)) {
                    differ(type.name() + "." + key, "abstract in KNIME, so whoever implements the type must have it, but not declared so here");
                }
            }
        });
    }

    private void compareFlags(final String subject, final int here, final int there, final int flags) {
        for (int flag = 1; flag <= flags; flag <<= 1) {
            if ((flags & flag) != 0 && (here & flag) != (there & flag)) {
                differ(subject, ((there & flag) == 0 ? "not " : "") + name(flag) + " in KNIME");
            }
        }
    }

    private static String name(final int flag) {
        return switch (flag) {
            case Opcodes.ACC_PUBLIC -> "public";
            case Opcodes.ACC_PROTECTED -> "protected";
            case Opcodes.ACC_FINAL -> "final";
            case Opcodes.ACC_ABSTRACT -> "abstract";
            case Opcodes.ACC_STATIC -> "static";
            case Opcodes.ACC_INTERFACE -> "an interface";
            case Opcodes.ACC_ENUM -> "an enum";
            default -> "an annotation";
        };
    }
}
