package fr.jalon.demo;

import fr.jalon.allocataires.InscriptionsHorsRsa;
import fr.jalon.demo.generation.DepartementDemo;
import fr.jalon.demo.generation.PersonnesHorsRsa;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The persons followed outside the RSA, registered as an agent does; four in five with a référent of their territory. */
@Component
class HorsRsaDeLaDemo {
  private static final List<String> FINS = List.of("EMPLOI", "TERME", "EMPLOI", "DEPART", "SANS_NOUVELLES");
  private final InscriptionsHorsRsa inscrire;
  private final Structures structures;
  private final JdbcClient base;

  HorsRsaDeLaDemo(InscriptionsHorsRsa inscrire, Structures structures, @Qualifier("chargement") JdbcClient base) {
    this.inscrire = inscrire;
    this.structures = structures;
    this.base = base;
  }

  /** Registers them, once. */
  void jouer(DepartementDemo demo) {
    if (base.sql("select exists (select from allocataires.suivi_hors_rsa)").query(Boolean.class).single()) {
      return;
    }
    Map<Integer, Organisation> organisations = structures.organisations().stream().filter(Organisation::suitEncore)
        .collect(Collectors.toMap(Organisation::id, o -> o));
    List<Referent> referents = structures.referents().stream().filter(r -> r.actif() && organisations.containsKey(r.organisationId())).toList();
    int rang = 0;
    for (PersonnesHorsRsa.Inventee p : PersonnesHorsRsa.de(demo)) {
      rang++;
      Integer territoire = structures.territoireDeLaCommune(p.commune());
      List<Referent> proches = referents.stream().filter(r -> organisations.get(r.organisationId()).sert(territoire)).toList();
      Referent r = rang % 5 == 0 || proches.isEmpty() ? null : proches.get(rang % proches.size());
      inscrire.inscrire(new InscriptionsHorsRsa.Inscrite(p.civilite(), p.nom(), p.prenom(), p.naissance(), p.voie(), p.commune(), p.publicSuivi(),
          p.cohorte(), p.depuis(), r == null ? null : r.organisationId(), r == null ? null : r.id(), p.finLe(),
          p.finLe() == null ? null : FINS.get(rang % FINS.size()),
          UUID.nameUUIDFromBytes(("hors RSA " + demo.code() + rang).getBytes(StandardCharsets.UTF_8))));
    }
  }
}
