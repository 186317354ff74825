package otklik.bench.timers;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The table of db-scheduler with the indexes it recommends, and one for what was fired. */
final class PeerTable {

    private static final String TABLES = """
            create table scheduled_tasks (
              task_name text not null,
              task_instance text not null,
              task_data bytea,
              execution_time timestamp with time zone not null,
              picked boolean not null,
              picked_by text,
              last_success timestamp with time zone,
              last_failure timestamp with time zone,
              consecutive_failures int,
              last_heartbeat timestamp with time zone,
              version bigint not null,
              priority smallint,
              primary key (task_name, task_instance)
            );
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create table told (id text primary key, at timestamp with time zone not null default now())""";

    private final DataSource database;

    PeerTable(DataSource database) {
        this.database = database;
    }

    void make() {
        execute(TABLES);
    }

    void vacuum() {
        execute("vacuum full scheduled_tasks");
    }

    void told(String id) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into told (id) values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the timers with their indexes. */
    long bytes() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select pg_total_relation_size('scheduled_tasks')");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
