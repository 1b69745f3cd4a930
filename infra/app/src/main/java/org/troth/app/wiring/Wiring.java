package org.troth.app.wiring;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.troth.app.demonstration.DemonstrationWiring;
import org.troth.app.mail.MailWiring;
import org.troth.app.meters.MetersWiring;
import org.troth.app.paper.PaperWiring;
import org.troth.app.web.WebWiring;
import org.troth.command.CommandSide;
import org.troth.query.QuerySide;

/** Every part of the product, and what each is given. */
@Configuration(proxyBeanMethods = false)
@Import({
    CommandSide.class,
    QuerySide.class,
    DatabaseWiring.class,
    VaultWiring.class,
    StoreWiring.class,
    AxonWiring.class,
    MetersWiring.class,
    RoundsWiring.class,
    MailWiring.class,
    PaperWiring.class,
    WebWiring.class,
    DemonstrationWiring.class
})
public class Wiring {}
