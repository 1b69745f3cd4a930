package org.troth.app.paper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.troth.query.reading.Paper;

/** What prints. */
@Configuration(proxyBeanMethods = false)
public class PaperWiring {

    @Bean
    Paper paper() {
        return new PdfPaper();
    }
}
