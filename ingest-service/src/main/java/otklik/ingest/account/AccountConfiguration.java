package otklik.ingest.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Accounts.class)
public class AccountConfiguration {}
