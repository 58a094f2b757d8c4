package broadsheet.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.network.NetworkAddress;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.common.transport.TransportAddress;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;
import org.opensearch.transport.TransportService;

/**
 * One node of OpenSearch in a process of its own, without the checks by which a real server refuses a small machine or
 * the user root: right for tests and a try-out, and for nothing else.
 *
 * <p>Its arguments are its folder and settings, {@code name=value}, a list as {@code list:name=a,b}; {@code module:CLASS}
 * is a further module of the class path. It prints one line when it is ready, {@code ready http=PORT transport=PORT}, and ends when its standard input does: so it never outlives
 * the process that started it.
 */
public final class OpenSearchNode {

    private OpenSearchNode() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder.resolve("config"));
        Settings.Builder settings = Settings.builder().put("path.home", folder);
        String name = "node";
        List<PluginInfo> modules = new ArrayList<>();
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            if (argument.startsWith("module:")) {
                modules.add(Local.plugin(argument.substring("module:".length())));
                continue;
            }
            boolean list = argument.startsWith("list:");
            String[] pair = argument.substring(list ? "list:".length() : 0).split("=", 2);
            name = pair[0].equals("node.name") ? pair[1] : name;
            if (list) {
                settings.putList(pair[0], pair[1].isEmpty() ? List.of() : List.of(pair[1].split(",")));
            } else {
                settings.put(pair[0], pair[1]);
            }
        }
        LogConfigurator.setNodeName(name);
        String nodeName = name;
        Environment environment = InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null,
                () -> nodeName);
        run(environment, modules);
    }

    private static void run(Environment environment, List<PluginInfo> modules)
            throws NodeValidationException, IOException {
        Node node = new Local(environment, modules);
        node.start();
        int http = port(node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress());
        int transport = port(node.injector().getInstance(TransportService.class).boundAddress().publishAddress());
        System.out.println("ready http=" + http + " transport=" + transport);
        System.out.flush();
        while (System.in.read() >= 0) {
            // what is written there means nothing; its end is the end
        }
        // The folder is thrown away or the cluster restarts from its log: a calm end would take seconds and gain nothing.
        Runtime.getRuntime().halt(0);
    }

    private static int port(TransportAddress address) {
        InetSocketAddress socket = address.address();
        return NetworkAddress.format(socket).isEmpty() ? 0 : socket.getPort();
    }

    /** A node whose modules stand on the class path, and not in folders of plugins. */
    private static final class Local extends Node {
        private static final List<Class<? extends Plugin>> ALWAYS = List.of(Netty4ModulePlugin.class,
                CommonAnalysisModulePlugin.class, MapperExtrasModulePlugin.class, PainlessModulePlugin.class);

        Local(Environment environment, List<PluginInfo> further) {
            super(environment, Stream.concat(ALWAYS.stream().map(type -> plugin(type.getName())), further.stream())
                    .toList(), true);
        }

        private static PluginInfo plugin(String type) {
            return new PluginInfo(type, "on the class path", "none", Version.CURRENT, "21", type, List.of(), false);
        }
    }
}
