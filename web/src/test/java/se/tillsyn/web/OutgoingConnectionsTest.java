package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.release.SmallRelease;

/** The site answers and never asks. */
final class OutgoingConnectionsTest {

    private static final List<String> PATHS = List.of(
            "/sv/",
            "/en/indicator/BEHOVSBEDOMNING?region=17",
            "/sv/indikator/BEHOVSBEDOMNING.png",
            "/sv/sok?q=" + "ldap%3A%2F%2Fevil.example",
            "/api/v1/releases",
            "/api/v2/tables",
            "/datasets/dcat",
            "/releases.atom");

    @TempDir
    private Path folder;

    @Test
    void fault50_hasNoCodeThatConnects() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|DatagramSocket|URLConnection|HttpURLConnection|http\\..*)")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.naming..", "java.rmi..", "java.nio.channels..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("se.tillsyn.web"));
    }

    @Test
    @Tag("slow")
    void fault50_connectsToNothingOutsideTheMachine() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "strace is not installed");
        SmallRelease.publish(folder, 1);
        Path calls = folder.resolve("calls");
        int port = freePort();
        Process site = new ProcessBuilder(
                        "/usr/bin/strace",
                        "-f",
                        "-qq",
                        "-e",
                        "trace=connect,sendto",
                        "-o",
                        calls.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TillsynApplication.class.getName(),
                        "--tillsyn.home=" + folder,
                        "--server.port=" + port,
                        "--management.server.port=" + freePort())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            HttpClient client = HttpClient.newHttpClient();
            waitFor(client, site, port);
            for (String path : PATHS) {
                client.send(request(port, path), HttpResponse.BodyHandlers.discarding());
            }
        } finally {
            site.descendants().forEach(ProcessHandle::destroy);
            site.waitFor(30, TimeUnit.SECONDS);
            site.destroyForcibly();
        }
        assertThat(Files.readAllLines(calls).stream()
                        .filter(call -> call.contains("AF_INET"))
                        .filter(call -> !call.contains("127.0.0.1") && !call.contains("\"::1\"")))
                .isEmpty();
    }

    private static void waitFor(HttpClient client, Process site, int port) throws IOException, InterruptedException {
        for (int i = 0; i < 600 && site.isAlive(); i++) {
            try {
                client.send(request(port, "/sv/"), HttpResponse.BodyHandlers.discarding());
                return;
            } catch (java.net.ConnectException e) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        throw new AssertionError("expected the site to answer under strace");
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
