package org.troth.app.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.troth.app.ground.Database;
import org.troth.app.ground.Ground;

/** The database as the running product sees it: migrated by its owner first, then through the application role alone. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    private static final int MOST_CONNECTIONS = 24;

    /** Unqualified names mean the views; a rebuild changes what that name means, and nothing here. */
    @Bean
    DataSource dataSource(Ground ground, EarlyMigrations.Outcome migrations) {
        Database database = ground.database();
        migrations.await();
        HikariConfig config = new HikariConfig();
        config.setPoolName("troth");
        config.setDataSource(new BoundedConnections(source(database)));
        config.setSchema(Migrations.VIEWS);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(20).toMillis());
        config.setConnectionInitSql("set lock_timeout = '5s'");
        return new HikariDataSource(config);
    }

    private static PGSimpleDataSource source(Database database) {
        PGSimpleDataSource source = Migrations.source(database, database.application());
        source.setApplicationName("troth");
        source.setConnectTimeout(3);
        source.setLoginTimeout(3);
        source.setSocketTimeout(5);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        // What the server says may quote a value; only its code is for us.
        source.setLogServerErrorDetail(false);
        return source;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }
}
