package fr.jalon.habilitations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The whole application on a real port and a real PostgreSQL, shared by every test that carries this annotation. Time may be moved
 * ({@link HorlogeDeTest}); the key of encryption is a fixed one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"jalon.premier-compte=false", "jalon.departement=07",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=",
    "jalon.connexion.essais-par-adresse=1000000", "jalon.proxies=127.0.0.0/8,::1"})
@Import({HorlogeDeTest.class, Comptoir.class, Voisinage.class, Semis.class, PagesTrouvees.class, Photo.class, Visiteur.Tous.class,
fr.jalon.personnages.Caisse.class})
public @interface EssaiWeb {}
