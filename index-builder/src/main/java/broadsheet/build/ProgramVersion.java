package broadsheet.build;

import java.util.Optional;

/** The version of this program, as the jar's manifest has it. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The number alone: {@code 0.1.0}; {@code development} where the classes come from no jar. */
    public static String number() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
