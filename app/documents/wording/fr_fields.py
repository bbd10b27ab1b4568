"""The field table in French: what documents print of it, by path of keys."""

from app.documents.wording.table import Said

FIELDS: dict[str, Said] = {
    "title": Said("Campagne"),
    "project_type": Said("Type de projet"),
    "source": Said("Source"),
    "client": Said("Client"),
    "client.name": Said("Client"),
    "client.brand": Said("Identité de marque"),
    "client.brand.primary_color": Said("Couleur de la marque"),
    "client.brand.guidelines": Said("Charte de marque"),
    "client.brand.fonts": Said("Typographies de la marque"),
    "execution": Said(
        "Exécution par", choices={"internal": "Notre équipe", "external": "Un prestataire externe"}
    ),
    "start_date": Said("Début de production"),
    "approved_on": Said("Brief validé le"),
    "planned_kickoff": Said("Kickoff"),
    "launch_date": Said("Lancement"),
    "people": Said("Personnes et rôles", one="rôle", many="rôles", none="aucun rôle"),
    "people.role": Said("Rôle"),
    "people.name": Said("Nom"),
    "people.email": Said("E-mail"),
    "people.side": Said(
        "Côté",
        choices={"internal": "Interne", "client": "Client", "external": "Externe", "vendor": "Prestataire"},
    ),
    "strategy": Said("Pourquoi cette campagne"),
    "strategy.objective": Said("Objectif", "Quel résultat concret visons-nous pour l’entreprise\u00a0?"),
    "strategy.audience": Said("Cible", "À qui parlons-nous, et que savons-nous de ces personnes\u00a0?"),
    "strategy.key_message": Said(
        "Message clé", "Quelle est la seule chose que cette cible doit retenir\u00a0?"
    ),
    "strategy.strategic_context": Said(
        "Contexte stratégique", "Quelle place dans notre plan marketing\u00a0?"
    ),
    "strategy.success_metrics": Said("Mesure du succès"),
    "context": Said("Contexte"),
    "context.business_context": Said("Contexte de l’entreprise", "Pourquoi maintenant\u00a0?"),
    "context.customer_insight": Said("Insight client", "Que savons-nous des besoins de notre cible\u00a0?"),
    "context.competitive_landscape": Said(
        "Paysage concurrentiel", "Que font les autres, et en quoi sommes-nous différents\u00a0?"
    ),
    "context.success_definition": Said("Définition du succès", "À quoi ressemble un bon résultat\u00a0?"),
    "deliverables": Said("Livrables", one="livrable", many="livrables", none="aucun livrable"),
    "deliverables.name": Said("Livrable"),
    "deliverables.type": Said("Type"),
    "deliverables.serves": Said("Pourquoi c’est important"),
    "deliverables.specs": Said(
        "Cahier des charges précis", one="spécification", many="spécifications", none="aucune spécification"
    ),
    "deliverables.specs.name": Said("Spécification"),
    "deliverables.specs.value": Said("Valeur exacte"),
    "deliverables.owner": Said("Responsable"),
    "deliverables.due": Said("Échéance"),
    "deliverables.assets": Said(
        "Visuels et fichiers requis", one="fichier", many="fichiers", none="aucun fichier"
    ),
    "deliverables.assets.name": Said("Fichier"),
    "deliverables.assets.dimensions": Said("Dimensions"),
    "deliverables.assets.format": Said("Format"),
    "deliverables.assets.file_type": Said("Type de fichier"),
    "deliverables.assets.limit": Said("Limite"),
    "brand_assets": Said(
        "Éléments de marque et où les trouver",
        one="élément de marque",
        many="éléments de marque",
        none="aucun élément de marque",
    ),
    "brand_assets.name": Said("Élément de marque"),
    "brand_assets.location": Said("Où le trouver"),
    "brand_assets.notes": Said("Comment l’utiliser"),
    "guardrails": Said("Messages"),
    "guardrails.dos": Said(
        "À faire", one="consigne à suivre", many="consignes à suivre", none="aucune consigne à suivre"
    ),
    "guardrails.dos.text": Said("Ligne"),
    "guardrails.donts": Said(
        "À éviter", one="point à éviter", many="points à éviter", none="aucun point à éviter"
    ),
    "guardrails.donts.text": Said("Ligne"),
    "technical_requirements": Said(
        "Exigences techniques", one="exigence", many="exigences", none="aucune exigence"
    ),
    "technical_requirements.text": Said("Ligne"),
    "distribution": Said("Plan de diffusion", one="canal", many="canaux", none="aucun canal"),
    "distribution.channel": Said("Canal"),
    "distribution.when": Said("Quand"),
    "distribution.owner": Said("Publié par"),
    "distribution.notes": Said("Ce qui est diffusé"),
    "milestones": Said("Calendrier et jalons", one="jalon", many="jalons", none="aucun jalon"),
    "milestones.name": Said("Jalon"),
    "milestones.date": Said("Date"),
    "milestones.owner": Said("Responsable"),
    "milestones.done_when": Said("Atteint lorsque"),
    "approval": Said(
        "Relecture et validation", one="étape", many="étapes", none="aucune étape de validation"
    ),
    "approval.name": Said("Relecture"),
    "approval.reviewer": Said("Qui"),
    "approval.purpose": Said("Vérifie"),
    "approval.max_hours": Said("Réponse sous"),
    "approval.if_applicable": Said("Le cas échéant"),
    "approval.on_timeout": Said(
        "Sans réponse",
        choices={"move_forward": "On avance", "escalate": "Rappel quotidien", "wait": "On attend"},
    ),
    "approval.parallel": Said("En même temps que la précédente"),
    "raci": Said("Qui fait quoi", one="tâche", many="tâches", none="aucune tâche"),
    "raci.task": Said("Tâche"),
    "raci.R": Said("Réalisation"),
    "raci.A": Said("Autorité"),
    "raci.C": Said("Consultation"),
    "raci.I": Said("Information"),
    "checkpoints": Said(
        "Points de contrôle qualité",
        one="point de contrôle",
        many="points de contrôle",
        none="aucun point de contrôle",
    ),
    "checkpoints.percent": Said("Avancement"),
    "checkpoints.date": Said("Date"),
    "checkpoints.ready": Said("Ce qui est prêt"),
    "checkpoints.owner": Said("Qui pose les questions"),
    "metrics": Said(
        "Indicateurs quantitatifs", one="indicateur", many="indicateurs", none="aucun indicateur"
    ),
    "metrics.name": Said("Indicateur"),
    "metrics.baseline": Said("Valeur initiale"),
    "metrics.target": Said("Objectif"),
    "metrics.unit": Said("Unité"),
    "metrics.source": Said("Source"),
    "metrics.measure_on": Said("Relevé le"),
    "indicators": Said(
        "Indicateurs qualitatifs", one="indicateur", many="indicateurs", none="aucun indicateur"
    ),
    "indicators.name": Said("Indicateur"),
    "indicators.good": Said("Bon signe"),
    "indicators.observed_by": Said("Comment nous le saurons"),
    "indicators.who": Said("Qui"),
    "indicators.when": Said("Quand"),
    "measurement": Said("Calendrier de mesure", one="relevé", many="relevés", none="aucun relevé"),
    "measurement.when": Said("Quand"),
    "measurement.what": Said("Relevé"),
    "measurement.who": Said("Qui évalue"),
    "standards": Said("Travailler ensemble"),
    "standards.weekly_sync": Said("Point hebdomadaire"),
    "standards.dashboard": Said("Tableau de bord"),
    "standards.channels": Said("Canaux"),
    "standards.documentation": Said("Où se trouve tout"),
    "vendor": Said("Brief du prestataire"),
    "vendor.name": Said("Prestataire"),
    "vendor.background": Said("Présentation"),
    "vendor.contact": Said("Votre contact"),
    "vendor.communication": Said("Communication"),
    "vendor.response_time": Said("Délai de réponse"),
    "vendor.revisions": Said("Allers-retours"),
    "vendor.kickoff": Said("Réunion de kickoff"),
    "kickoff": Said("Réunion de kickoff"),
    "kickoff.time": Said("Début"),
    "kickoff.minutes": Said("Minutes"),
    "kickoff.place": Said("Lieu"),
    "kickoff.attendees": Said("Participants"),
    "kickoff.agenda": Said("Ordre du jour", one="point", many="points", none="aucun point"),
    "kickoff.agenda.text": Said("Ligne"),
    "kickoff.teach_back": Said(
        "Questions de reformulation", one="question", many="questions", none="aucune question"
    ),
    "kickoff.teach_back.text": Said("Ligne"),
}
