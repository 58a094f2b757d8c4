package broadsheet.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority of this run alone, and the certificates that it signs, made by the JDK's {@code keytool} and written as PEM:
 * {@code NAME.pem} and {@code NAME-key.pem}.
 */
public final class MadeCertificates {

    private static final String AUTHORITY = "ca";
    private static final String PASSWORD = "only-for-tests";

    private final Path folder;
    private final Path store;

    private MadeCertificates(Path folder, String name) {
        this.folder = folder;
        this.store = folder.resolve(name + ".p12");
    }

    /** Makes an authority; its certificate is {@code NAME.pem}. */
    public static MadeCertificates by(Path folder, String name) throws IOException {
        MadeCertificates made = new MadeCertificates(Files.createDirectories(folder), name);
        made.keytool("-alias", AUTHORITY, "-dname", "CN=" + name, "-ext", "bc:critical=ca:true", "-ext",
                "ku:critical=keyCertSign,cRLSign");
        made.write(name + ".pem", "CERTIFICATE", made.certificate(AUTHORITY));
        return made;
    }

    /** Signs a certificate for a node of the loopback address, which nodes call by its name, or for a user. */
    public void sign(String name) throws IOException {
        sign(name, "ip:127.0.0.1,dns:localhost");
    }

    /** @param address whose it is, {@code dns:search1.example}; @param validity further options of keytool */
    public void sign(String name, String address, String... validity) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-alias", name, "-signer", AUTHORITY, "-dname", "CN=" + name,
                "-ext", "ku:critical=digitalSignature", "-ext", "eku=serverAuth,clientAuth", "-ext", "san=" + address));
        arguments.addAll(List.of(validity));
        keytool(arguments.toArray(String[]::new));
        write(name + ".pem", "CERTIFICATE", certificate(name));
        write(name + "-key.pem", "PRIVATE KEY", key(name));
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                        "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD, "-keyalg", "EC",
                        "-groupname", "secp256r1", "-validity", "2"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private byte[] certificate(String alias) throws IOException {
        try {
            return open().getCertificate(alias).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] key(String alias) throws IOException {
        try {
            Key key = open().getKey(alias, PASSWORD.toCharArray());
            return key.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore opened = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            opened.load(in, PASSWORD.toCharArray());
        }
        return opened;
    }

    private void write(String name, String kind, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(content);
        Files.writeString(folder.resolve(name), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind
                + "-----\n");
    }
}
