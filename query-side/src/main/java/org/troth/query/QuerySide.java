package org.troth.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The door: imported by the runnable, it brings every projection, page and answer of this side. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySide {}
