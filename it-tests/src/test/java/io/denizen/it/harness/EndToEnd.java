package io.denizen.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test over real PostgreSQL and real gRPC. Its constructor and methods may ask for the {@link
 * TestDenizen} that all tests of the run share, and for the {@link PostgresServer} below it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedDenizen.class)
public @interface EndToEnd {}
