package broadsheet.opensearch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and keys in PEM, as clusters hand them out. */
final class Certificates {

    private static final char[] NO_PASSWORD = {};

    private Certificates() {}

    /**
     * How connections are made safe; empty where the system's own way is asked for.
     *
     * @throws IOException when a file cannot be read or is no PEM
     */
    static Optional<SSLContext> context(ClusterOptions.Trust trust) throws IOException {
        if (trust.equals(ClusterOptions.Trust.SYSTEM)) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(trust), trusted(trust), null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificates of the cluster cannot be used: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trusted(ClusterOptions.Trust trust) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (trust.authority().isEmpty()) {
            factory.init((KeyStore) null);
            return factory.getTrustManagers();
        }
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : certificates(trust.authority().get())) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] keys(ClusterOptions.Trust trust) throws GeneralSecurityException, IOException {
        if (trust.certificate().isEmpty() || trust.key().isEmpty()) {
            return new KeyManager[0];
        }
        KeyStore store = emptyStore();
        List<Certificate> chain = certificates(trust.certificate().get());
        store.setKeyEntry("own", key(trust.key().get(), chain.getFirst().getPublicKey().getAlgorithm()), NO_PASSWORD,
                chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static List<Certificate> certificates(Path file) throws GeneralSecurityException, IOException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> found = new ArrayList<>();
        try {
            found.addAll(factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
        } catch (CertificateException e) {
            throw new IOException(file + " holds no certificate in PEM", e);
        }
        if (found.isEmpty()) {
            throw new IOException(file + " holds no certificate in PEM");
        }
        return found;
    }

    private static PrivateKey key(Path file, String algorithm) throws GeneralSecurityException, IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("-----BEGIN PRIVATE KEY-----");
        int end = text.indexOf("-----END PRIVATE KEY-----");
        if (start < 0 || end < start) {
            throw new IOException(file + " holds no key in PEM as PKCS #8 without a password");
        }
        String base64 = text.substring(text.indexOf('\n', start), end).replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            throw new IOException(file + " holds no key of the certificate's kind, " + algorithm, e);
        }
    }
}
