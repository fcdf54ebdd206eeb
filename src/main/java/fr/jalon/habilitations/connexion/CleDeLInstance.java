package fr.jalon.habilitations.connexion;

import fr.jalon.socle.Chiffrement;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one secret of the instance: {@code JALON_CLE} (base64, 32 bytes or more), else the file {@code cle} of {@code JALON_HOME}, written
 * once and readable by its owner only. A witness encrypted in the database tells at start whether it is the key of these data.
 */
@Configuration
class CleDeLInstance {
  private static final byte[] TEMOIN = "jalon".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private final JdbcClient base;
  private final Clock horloge;
  private final String cle;
  private final Path fichier;

  CleDeLInstance(@Qualifier("chargement") JdbcClient base, Clock horloge, @Value("${jalon.cle:}") String cle,
      @Value("${jalon.home:.jalon}") String home) {
    this.base = base;
    this.horloge = horloge;
    this.cle = cle.strip();
    this.fichier = Path.of(home).toAbsolutePath().normalize().resolve("cle");
  }

  @Bean
  @DependsOnDatabaseInitialization
  Chiffrement chiffrement() {
    Optional<byte[]> temoin = base.sql("select temoin from habilitations.temoin_de_cle").query(byte[].class).optional();
    Chiffrement chiffrement = new Chiffrement(secret(temoin.isPresent()));
    if (temoin.isEmpty()) {
      base.sql("insert into habilitations.temoin_de_cle (temoin, ecrit_le) values (?, ?) on conflict do nothing")
          .params(chiffrement.chiffrer(TEMOIN), OffsetDateTime.now(horloge)).update();
      return chiffrement;
    }
    try {
      chiffrement.dechiffrer(temoin.get());
      return chiffrement;
    } catch (IllegalStateException e) {
      throw new CleRefusee("La clé de chiffrement donnée (" + (cle.isEmpty() ? "fichier " + fichier : "JALON_CLE")
          + ") n'est pas celle de ces données : Jalon ne démarre pas, rien n'a été changé. Donnez dans JALON_CLE la clé avec laquelle cette base "
          + "a été créée, ou remettez à sa place le fichier « cle » de la sauvegarde.");
    }
  }

  private byte[] secret(boolean donneesExistantes) {
    if (!cle.isEmpty()) {
      return lire(cle, "JALON_CLE");
    }
    try {
      if (Files.exists(fichier)) {
        return lire(Files.readString(fichier).strip(), fichier.toString());
      }
      if (donneesExistantes) {
        throw new CleRefusee("Il manque la clé de chiffrement de ces données : ni JALON_CLE, ni le fichier " + fichier
            + ". Jalon ne démarre pas, rien n'a été changé. Donnez la clé dans JALON_CLE, ou remettez le fichier « cle » de la sauvegarde.");
      }
      return nouvelle();
    } catch (IOException e) {
      throw new CleRefusee("La clé de chiffrement ne peut pas être lue ou écrite dans " + fichier + " : vérifiez vos droits sur ce dossier.");
    }
  }

  private byte[] nouvelle() throws IOException {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    Files.createDirectories(fichier.getParent());
    var prive = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var sortie = Files.newByteChannel(fichier, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), prive)) {
      sortie.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(secret)));
    } catch (FileAlreadyExistsException e) {
      // another process of this instance started at the same time: its key is the one
      return lire(Files.readString(fichier).strip(), fichier.toString());
    }
    return secret;
  }

  private static byte[] lire(String texte, String origine) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(texte);
    } catch (IllegalArgumentException e) {
      throw new CleRefusee("La clé de chiffrement (" + origine + ") n'est pas écrite en base64. Pour en faire une : openssl rand -base64 32");
    }
    if (secret.length < 32) {
      throw new CleRefusee("La clé de chiffrement (" + origine + ") doit compter au moins 32 octets. Pour en faire une : openssl rand -base64 32");
    }
    return secret;
  }
}
