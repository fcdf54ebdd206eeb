package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.flux.DossierGarde;
import fr.jalon.echanges.caf.flux.LectureIdentification;
import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives back their file number to the rejects from which a migration took it because it was a NIR in clear: without it no later file heals them.
 * It is read again in the dossier kept, and sealed. When Jalon starts and before each file; a dossier that says no number stays without.
 */
@Component
class NumerosDesRejets {
  private static final Logger LOG = LoggerFactory.getLogger(NumerosDesRejets.class);
  private final JdbcClient base;
  private final Chiffrement chiffrement;

  NumerosDesRejets(@Qualifier("chargement") JdbcClient base, Chiffrement chiffrement) {
    this.base = base;
    this.chiffrement = chiffrement;
  }

  private record SansNumero(long id, byte[] dossier, LocalDate reference) {}

  @EventListener(ApplicationReadyEvent.class)
  void retrouver() {
    List<Long> ids = new ArrayList<>();
    List<String> numeros = new ArrayList<>();
    for (SansNumero r : base.sql("""
        select r.id, r.dossier_chiffre as dossier, i.date_reference as reference from echanges.rejet r join echanges.import i on i.id = r.import_id
        where r.matricule is null and r.dossier_chiffre is not null""")
        .query((l, _) -> new SansNumero(l.getLong("id"), l.getBytes("dossier"), l.getObject("reference", LocalDate.class))).list()) {
      String numero = numero(r);
      if (numero != null) {
        ids.add(r.id());
        numeros.add(numero);
      }
    }
    if (!ids.isEmpty()) {
      base.sql("update echanges.rejet r set matricule = u.numero from unnest(:ids::bigint[], :numeros::text[]) u (id, numero) where r.id = u.id and r.matricule is null")
          .param("ids", ids.toArray(Long[]::new)).param("numeros", numeros.toArray(String[]::new)).update();
    }
  }

  /** {@code null} when the dossier does not say, or does not read any more: then it stays as it is. */
  private String numero(SansNumero r) {
    try {
      return LectureIdentification.matricule(DossierGarde.lire(new String(chiffrement.dechiffrer(r.dossier()), StandardCharsets.UTF_8),
          r.reference()), chiffrement);
    } catch (RuntimeException e) {
      LOG.warn("Le dossier du rejet {} ne se relit pas : son numéro reste vide", r.id(), e);
      return null;
    }
  }
}
