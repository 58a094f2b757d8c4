package broadsheet.opensearch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a host gave no answer, in words that say what to do; the JDK's own are for its developers. */
final class Silence {

    private Silence() {}

    /** {@code does not answer: Connection refused}. */
    static String of(URI host, IOException failure) {
        if (failure instanceof SSLException) {
            return tls(failure);
        }
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        boolean cutOff = !(failure instanceof ConnectException) && !(failure instanceof HttpTimeoutException);
        if (cutOff && "http".equals(host.getScheme())) {
            return "breaks off (" + message + "); if it speaks TLS, its address begins with https://";
        }
        return "does not answer: " + message;
    }

    private static String tls(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (isBy(failure, CertificateExpiredException.class)) {
            return "cannot be trusted: its certificate has expired";
        }
        if (isBy(failure, CertPathBuilderException.class)) {
            return "cannot be trusted: no authority that we know has signed its certificate; --cluster-ca names one";
        }
        if (isBy(failure, CertificateException.class)) {
            return "cannot be trusted: its certificate is for another address";
        }
        if (message.contains("Received fatal alert")) {
            return "does not take our certificate, or wants one (--cluster-certificate, --cluster-key): " + message;
        }
        if (message.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return "does not speak TLS; its address may begin with http://";
        }
        return "makes no safe connection: " + message;
    }

    private static boolean isBy(Throwable failure, Class<? extends Exception> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
