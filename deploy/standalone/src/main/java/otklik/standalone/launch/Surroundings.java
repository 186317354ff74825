package otklik.standalone.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import otklik.embedded.EmbeddedPostgres;

/** What a service finds around it in this process, under the names it would have as environment variables in production. */
final class Surroundings {

    private Surroundings() {}

    static Map<String, String> of(Ports ports, StateFolder state, Map<String, String> environment) {
        var all = new LinkedHashMap<String, String>();
        all.put("OTKLIK_ISSUER", environment.getOrDefault("OTKLIK_ISSUER", ports.http(Port.GATEWAY)));
        platform(ports, all);
        addresses(ports, all);
        folders(state, all);
        return all;
    }

    private static void platform(Ports ports, Map<String, String> all) {
        all.put("KAFKA_BOOTSTRAP", "127.0.0.1:" + ports.of(Port.KAFKA));
        all.put("DATABASE_HOST", "127.0.0.1");
        all.put("DATABASE_PORT", Integer.toString(ports.of(Port.POSTGRES)));
        all.put("DATABASE_USER", EmbeddedPostgres.USER);
        all.put("DATABASE_PASSWORD", "");
    }

    private static void addresses(Ports ports, Map<String, String> all) {
        all.put("OTKLIK_INGEST_URL", ports.http(Port.INGEST));
        all.put("OTKLIK_ROUTING_URL", ports.http(Port.ROUTING));
        all.put("OTKLIK_SLA_URL", ports.http(Port.SLA));
        all.put("OTKLIK_PUBLISHER_URL", ports.http(Port.PUBLISHER));
        all.put("OTKLIK_REPORTS_URL", ports.http(Port.REPORTING));
        all.put("OTKLIK_IDENTITY_URL", ports.http(Port.IDENTITY));
        all.put("OTKLIK_CALLBACK_BASE", ports.http(Port.GATEWAY));
        all.put("VK_API_BASE", ports.http(Port.SIMULATORS) + "/vk/method");
        all.put("VK_PAGE_BASE", ports.http(Port.SIMULATORS) + "/vk");
        all.put("CONSOLE_URL", all.getOrDefault("OTKLIK_ISSUER", ports.http(Port.GATEWAY)));
        all.put("OTKLIK_SMTP_PORT", Integer.toString(ports.of(Port.SMTP)));
        all.put("SMTP_HOST", "127.0.0.1");
        all.put("SMTP_PORT", Integer.toString(ports.of(Port.SMTP)));
    }

    private static void folders(StateFolder state, Map<String, String> all) {
        all.put("OTKLIK_IDENTITY_DATA", state.path().resolve("identity").toString());
        all.put("OTKLIK_SIMULATORS_DATA", state.path().resolve("simulators").toString());
        all.put("SLA_STATE_DIR", state.path().resolve("sla-state").toString());
    }
}
