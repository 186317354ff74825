package otklik.routing.attachment;

import io.r2dbc.spi.ConnectionFactories;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.testkit.TestDatabase;

class PostgresBytesIT extends ByteStoreContract {

    private static PostgresBytes store;

    @BeforeAll
    static void migrate() {
        TestDatabase database = TestDatabase.fresh("attachment_bytes");
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/messaging", "classpath:db/routing-service")
                .load()
                .migrate();
        store = new PostgresBytes(DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://%s@%s:%d/%s"
                .formatted(database.user(), database.host(), database.port(), database.name()))));
    }

    @Override
    ByteStore store() {
        return store;
    }
}
