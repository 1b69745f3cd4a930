package org.troth.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door: the runnable imports this, gives it a {@link WebSettings}, a sign-in desk and a clock, and has a frame for its pages. */
@Configuration(proxyBeanMethods = false)
public class WebShell implements WebMvcConfigurer {

    @Bean
    ShellDialect shellDialect(WebSettings settings, ObjectProvider<Places> places) {
        return new ShellDialect(settings, places.getIfAvailable(() -> user -> List.of()));
    }

    @Bean
    static BeanPostProcessor formKeys() {
        return FormKeys.aroundSecurity();
    }

    /** Assets are asked for again each time and answered "not modified": an upgrade is seen at once. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : new String[] {"shell", "vendor"}) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .setCacheControl(CacheControl.noCache());
        }
    }
}
