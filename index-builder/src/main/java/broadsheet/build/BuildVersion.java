package broadsheet.build;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** {@code Broadsheet 0.1.0}, as the jar's manifest has it. */
public final class BuildVersion implements IVersionProvider {

    /** The number alone; {@code development} where the classes come from no jar. */
    public static String number() {
        return Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion()).orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[]{"Broadsheet " + number()};
    }
}
