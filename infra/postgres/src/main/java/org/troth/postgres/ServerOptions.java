package org.troth.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings that every server of ours runs with. They are given on the command line, which no file and no
 * {@code alter system} can overrule.
 */
final class ServerOptions {

    private ServerOptions() {}

    /** No statement, parameter or detail with a value ever reaches the log. */
    static List<String> quiet() {
        return List.of(
                "log_statement=none",
                "log_min_duration_statement=-1",
                "log_min_duration_sample=-1",
                "log_transaction_sample_rate=0",
                "log_min_error_statement=panic",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0",
                "log_error_verbosity=terse",
                // Below this lie the errors of statements, whose very message can quote a value.
                "log_min_messages=log",
                "debug_print_parse=off",
                "debug_print_rewritten=off",
                "debug_print_plan=off",
                "log_destination=stderr",
                "logging_collector=off",
                "log_timezone=UTC");
    }

    static List<String> serving(int port) {
        List<String> options = new ArrayList<>(quiet());
        options.addAll(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=60",
                "superuser_reserved_connections=3",
                "shared_buffers=64MB",
                "work_mem=4MB",
                "maintenance_work_mem=32MB",
                "max_wal_size=512MB",
                "max_worker_processes=4",
                "max_parallel_workers=2",
                "autovacuum_max_workers=2",
                "autovacuum_worker_slots=4",
                "max_wal_senders=0",
                // Three more processes for asynchronous reading would cost memory and gain nothing at this size.
                "io_method=sync",
                "jit=off",
                "timezone=UTC",
                "cluster_name=troth"));
        return options;
    }
}
