package fr.jalon.echanges.caf;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The application without its pages on a real PostgreSQL, shared by every test that carries this annotation: each takes a payer, claims
 * and NIR of its own from the {@link Guichet}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {"jalon.departement=07", "jalon.premier-compte=false",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "logging.level.root=warn"})
@Import(Guichet.class)
public @interface EssaiDeFichiers {}
