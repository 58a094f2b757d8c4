package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What may be in the jar: the libraries of the table in docs/SECURITY.md, with licences that oblige nobody to more than
 * naming them, and none of the kinds that other servers were broken into by. Reads the list that the build makes.
 */
class LibrariesTest {

    private static final Path SBOM = Path.of("target/sbom.json");
    private static final Path TABLE = Path.of("../docs/SECURITY.md");
    /** Where a library names several, one of them is enough: its users may choose. */
    private static final Set<String> LICENCES = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause",
            "BSD-4-Clause", "EPL-2.0", "Mozilla Public License Version 1.1", "MPL-2.0");
    private static final Pattern BANNED = Pattern.compile("(?i).*(xerces|xalan|xml-apis|woodstox|stax|sjsxp|aalto-xml"
            + "|dom4j|jdom|xom|xstream|xmlbeans|jaxb|dataformat-xml|groovy|rhino|nashorn|graal|polyglot|jruby|jython"
            + "|beanshell|bsh|mvel|ognl|jexl|spring-expression|velocity|freemarker|kryo|hessian|marshalling"
            + "|commons-collections|commons-beanutils|protobuf|log4j-core|jndi|h2|derby|hsqldb).*");
    /** Services by which a library would offer an XML parser or a script engine. */
    private static final Set<String> BANNED_SERVICES = Set.of("javax.script.ScriptEngineFactory",
            "javax.xml.parsers.DocumentBuilderFactory", "javax.xml.parsers.SAXParserFactory",
            "javax.xml.stream.XMLInputFactory", "javax.xml.transform.TransformerFactory",
            "javax.xml.xpath.XPathFactory", "org.xml.sax.driver", "java.rmi.server.RMIClassLoaderSpi",
            "javax.naming.ldap.spi.LdapDnsProvider");
    private static final Pattern BANNED_CODE = Pattern.compile("\\b(ObjectInputStream|XMLDecoder|javax\\.script"
            + "|javax\\.xml|org\\.xml\\.sax|javax\\.naming|java\\.rmi|sun\\.misc|URLClassLoader|Runtime\\.getRuntime\\(\\)"
            + "\\.exec|Class\\.forName)\\b");

    /** Group, artifact and version, and all licences that are named. */
    private record Library(String name, Set<String> licences) {}

    private static List<Library> libraries() throws IOException {
        boolean made = Files.exists(SBOM);
        assertTrue(made || System.getenv("CI") == null, "the build makes " + SBOM);
        assumeTrue(made, SBOM + " is made by Maven");
        List<Library> libraries = new ArrayList<>();
        for (JsonNode part : new ObjectMapper().readTree(Files.readString(SBOM)).get("components")) {
            Set<String> licences = new TreeSet<>();
            for (JsonNode licence : part.path("licenses")) {
                JsonNode named = licence.path("license");
                licences.add(named.path("id").asString(named.path("name").asString(
                        licence.path("expression").asString(""))));
            }
            if (!part.get("group").asString().equals("broadsheet")) {
                libraries.add(new Library(part.get("group").asString() + ":" + part.get("name").asString() + ":"
                        + part.get("version").asString(), licences));
            }
        }
        return libraries;
    }

    /** Licence by group, artifact and version, as the table says. */
    private static TreeMap<String, String> table() throws IOException {
        TreeMap<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\|");
            if (cells.length == 6 && cells[1].strip().startsWith("`")) {
                for (String artifact : cells[2].split(",")) {
                    table.put(cells[1].strip().replace("`", "") + ":" + artifact.strip() + ":" + cells[3].strip(),
                            cells[4].strip());
                }
            }
        }
        return table;
    }

    @Test
    void theJarHoldsTheLibrariesOfTheTable() throws IOException {
        assertEquals(String.join("\n", table().keySet()),
                String.join("\n", new TreeSet<>(libraries().stream().map(Library::name).toList())));
    }

    @Test
    void eachHasALicenceOfTheList() throws IOException {
        TreeMap<String, String> table = table();
        for (Library library : libraries()) {
            String licence = table.getOrDefault(library.name(), "none");
            assertTrue(LICENCES.contains(licence) && library.licences().contains(licence),
                    library + " has the licence " + licence + " in the table");
        }
    }

    @Test
    void noneIsOfABannedKind() throws IOException {
        for (Library library : libraries()) {
            assertTrue(!BANNED.matcher(library.name()).matches(), library.name());
        }
        for (String name : List.of("xerces:xercesImpl:2.12", "org.codehaus.groovy:groovy:3", "org.mvel:mvel2:2",
                "com.esotericsoftware:kryo:5", "com.thoughtworks.xstream:xstream:1",
                "org.openjdk.nashorn:nashorn-core:15")) {
            assertTrue(BANNED.matcher(name).matches(), name);
        }
    }

    @Test
    void noneOffersAnXmlParserOrAScriptEngine() throws IOException {
        Set<String> artifacts = new TreeSet<>();
        for (Library library : libraries()) {
            artifacts.add(library.name().split(":")[1] + "-" + library.name().split(":")[2] + ".jar");
        }
        int seen = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (artifacts.contains(jar.getFileName().toString())) {
                seen++;
                try (JarFile file = new JarFile(jar.toFile())) {
                    for (String service : BANNED_SERVICES) {
                        assertTrue(file.getEntry("META-INF/services/" + service) == null, jar + " offers " + service);
                    }
                }
            }
        }
        assertTrue(seen > artifacts.size() / 2, seen + " libraries of the class path were looked at");
    }

    @Test
    void ownCodeReadsNoObjectsAndNoXmlAndRunsNoScript() throws IOException {
        for (Path sources : List.of(Path.of("src/main/java"), Path.of("../index-builder/src/main/java"))) {
            try (var files = Files.walk(sources)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    assertTrue(!BANNED_CODE.matcher(Files.readString(file)).find(), file.toString());
                }
            }
        }
    }
}
