package fr.jalon.demarrage;

import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * What goes into {@code postgresql.conf}, written anew at each start.
 *
 * @param durable {@code true} for real data: nothing acknowledged is lost when the machine stops. {@code false} is for
 *                the databases of the tests only
 */
record ReglagesPostgres(boolean durable) {
    /** A zone named after a place: what PostgreSQL knows too. */
    private static final Pattern LIEU = Pattern.compile("[A-Z][a-z]+(/[A-Z][A-Za-z_-]+)+");

    /** For real data. */
    static final ReglagesPostgres DURABLES = new ReglagesPostgres(true);

    /** For the tests: nothing survives a power cut. */
    static final ReglagesPostgres DE_TEST = new ReglagesPostgres(false);

    /** The whole file, for a server that listens to this machine only. */
    String fichier(int port) {
        String garantie = durable ? "on" : "off";
        return """
                # Written by Jalon at each start. To add settings of your own: jalon-local.conf beside this file.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                password_encryption = 'scram-sha-256'

                # durability
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                wal_level = replica
                max_wal_senders = 2

                # a small server
                shared_buffers = %dMB
                effective_cache_size = %dMB
                work_mem = 32MB
                maintenance_work_mem = 128MB
                max_wal_size = 4GB
                checkpoint_timeout = 15min
                checkpoint_completion_target = 0.9
                wal_compression = on
                random_page_cost = 1.1
                jit = off
                max_worker_processes = 6
                max_parallel_workers = 2
                max_parallel_workers_per_gather = 1

                # languages and dates
                lc_messages = 'C'
                timezone = '%s'
                log_timezone = '%s'
                datestyle = 'iso, dmy'

                # journal: one file a day of the week
                logging_collector = on
                log_filename = 'postgresql-%%u.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                log_min_duration_statement = 5s
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0

                include_if_exists = 'jalon-local.conf'
                """.formatted(port, garantie, garantie, garantie, memoirePartagee(), memoireDuSysteme() / 2, fuseau(), fuseau());
    }

    /** An eighth of the machine's memory, between 64 and 512 MB. */
    private static long memoirePartagee() {
        return Math.clamp(memoireDuSysteme() / 8, 64, 512);
    }

    /** That of the program, which is the Département's before PostgreSQL starts ({@link FuseauPostProcessor}). */
    private static String fuseau() {
        String id = ZoneId.systemDefault().getId();
        return LIEU.matcher(id).matches() ? id : "UTC";
    }

    private static long memoireDuSysteme() {
        var systeme = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return systeme.getTotalMemorySize() >> 20;
    }
}
