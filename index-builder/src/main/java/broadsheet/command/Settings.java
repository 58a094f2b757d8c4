package broadsheet.command;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.build.Failures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The value of an option that the command line does not give: the environment's {@code BROADSHEET_TIME_ZONE}, else
 * {@code time-zone:} of {@code broadsheet.yml} in the working folder (or where {@code BROADSHEET_CONFIG} points), else
 * the option's own default.
 */
public final class Settings implements IDefaultValueProvider {

    private static final String FILE = "broadsheet.yml";
    private static final String PREFIX = "BROADSHEET_";
    private static final int MAX_CODE_POINTS = 64 * 1024;
    /** Read by {@link #list}, as one text cannot hold several folders. */
    private static final String POSTS = "posts";

    private final Map<String, String> environment;
    private final Path file;
    private final Map<String, List<String>> values;

    private Settings(Map<String, String> environment, Path file, Map<String, List<String>> values) {
        this.environment = environment;
        this.file = file;
        this.values = values;
    }

    /**
     * Reads the file if it is there.
     *
     * @param folder the working folder
     * @throws BuildFailure when the file cannot be read; the message has its line and column
     */
    public static Settings read(Map<String, String> environment, Path folder) throws BuildFailure {
        Path file = folder.resolve(environment.getOrDefault(PREFIX + "CONFIG", FILE));
        try {
            String text = Files.readString(file);
            LoadSettings yaml = LoadSettings.builder().setLabel(file.toString()).setCodePointLimit(MAX_CODE_POINTS)
                    .build();
            return new Settings(environment, file, values(file, new Load(yaml).loadFromString(text)));
        } catch (NoSuchFileException e) {
            if (environment.containsKey(PREFIX + "CONFIG")) {
                throw new BuildFailure(ExitCode.CONFIGURATION,
                        file + ": no such file, though BROADSHEET_CONFIG names it");
            }
            return new Settings(environment, file, Map.of());
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse("");
            throw new BuildFailure(ExitCode.CONFIGURATION, file + place + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new BuildFailure(ExitCode.CONFIGURATION, file + ": " + Failures.line(e));
        } catch (IOException e) {
            throw new BuildFailure(ExitCode.CONFIGURATION, file + ": cannot be read: " + Failures.line(e));
        }
    }

    private static Map<String, List<String>> values(Path file, Object document) throws BuildFailure {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (document instanceof Map<?, ?> map) {
            map.forEach((key, value) -> values.put(String.valueOf(key).replace('_', '-'), texts(value)));
            return values;
        }
        if (document == null) {
            return values;
        }
        throw new BuildFailure(ExitCode.CONFIGURATION, file + ": expected lines of 'name: value'");
    }

    private static List<String> texts(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    /** Whether there is no file of settings, or nothing in it. */
    public boolean isFileEmpty() {
        return values.isEmpty();
    }

    /**
     * Makes these the defaults of a command and of all below it.
     *
     * @throws BuildFailure when the file sets what no command knows
     */
    public void install(CommandLine root) throws BuildFailure {
        root.setDefaultValueProvider(this);
        Set<String> known = new TreeSet<>();
        collect(root, known);
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new BuildFailure(ExitCode.CONFIGURATION,
                        file + ": unknown setting '" + name + "'; known are " + String.join(", ", known));
            }
        }
    }

    private static void collect(CommandLine command, Set<String> names) {
        names.addAll(command.getCommandSpec().options().stream().filter(option -> !option.usageHelp())
                .filter(option -> !option.versionHelp()).map(Settings::name).collect(Collectors.toSet()));
        command.getSubcommands().values().forEach(child -> collect(child, names));
    }

    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** Null where nothing is set: so picocli asks for it. */
    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || name(option).equals(POSTS) || option.usageHelp()
                || option.versionHelp()) {
            return null;
        }
        String value = value(option).orElse(null);
        boolean flag = option.type() == boolean.class;
        return value != null && flag ? flag(value) : value;
    }

    /** A list in the file is what the command line would have apart by the option's own separator. */
    private Optional<String> value(OptionSpec option) {
        List<String> all = list(name(option));
        String separator = option.splitRegex();
        return separator.isEmpty() || all.isEmpty()
                ? all.stream().findFirst()
                : Optional.of(String.join(separator, all));
    }

    private static String flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "1" -> "true";
            case "no", "off", "0" -> "false";
            default -> value;
        };
    }

    /** The folder of {@code broadsheet.yml}, whether or not it is there. */
    Path folder() {
        return file.resolveSibling("");
    }

    /** All values of a setting: in the environment apart by the system's path separator, in the file a list. */
    public List<String> list(String name) {
        String variable = environment.get(variable(name));
        if (variable != null && name.equals(POSTS)) {
            return List.of(variable.split(File.pathSeparator));
        }
        return variable != null ? List.of(variable) : values.getOrDefault(name, List.of());
    }

    /** Whether an option's bad value came from here and not from the command line. */
    boolean blamed(Optional<String> option, List<String> arguments) {
        return option.filter(name -> !list(name).isEmpty())
                .filter(name -> arguments.stream().noneMatch(argument -> argument.startsWith("--" + name))).isPresent();
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
