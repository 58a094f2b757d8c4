package broadsheet.command;

import broadsheet.build.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The line that {@code --version} prints: {@code Broadsheet 0.1.0}. */
public final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"Broadsheet " + ProgramVersion.number()};
    }
}
