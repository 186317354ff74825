package otklik.ingest.vk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.ingest.account.Accounts;
import otklik.ingest.intake.Intake;

/** Wires the callbacks of VK. */
@Configuration(proxyBeanMethods = false)
@Import(VkCallbackApi.class)
public class VkConfiguration {

    @Bean
    CallbackMetrics callbackMetrics(MeterRegistry meters) {
        return new CallbackMetrics(meters);
    }

    @Bean
    VkCallbacks vkCallbacks(
            Accounts accounts, DatabaseClient database, Intake intake, InstantSource time, CallbackMetrics metrics) {
        return new VkCallbacks(accounts, new CallbackEvents(database), intake, time, metrics);
    }
}
