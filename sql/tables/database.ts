import type { AccountTable } from './account.js'
import type { AlertItemTable } from './alert-item.js'
import type { AlignmentCoverageTable } from './alignment-coverage.js'
import type { AlignmentLinkTable } from './alignment-link.js'
import type { AlignmentMeasureTable } from './alignment-measure.js'
import type { AnswerTable } from './answer.js'
import type { AuditEventTable } from './audit-event.js'
import type { AwardTable } from './award.js'
import type { AwardSupplierTable } from './award-supplier.js'
import type { CapabilityTable } from './capability.js'
import type { ChallengeTable } from './challenge.js'
import type { ClassificationCodeTable } from './classification-code.js'
import type { ConsentTable } from './consent.js'
import type { ConsultationTable } from './consultation.js'
import type { DeliveryEventTable } from './delivery-event.js'
import type { FrameworkTable } from './framework.js'
import type { FrameworkCrosswalkTable } from './framework-crosswalk.js'
import type { FrameworkNodeTable } from './framework-node.js'
import type { HubTable } from './hub.js'
import type { HubLocalityTable } from './hub-locality.js'
import type { IdeaTable } from './idea.js'
import type { IdeaEvidenceTable } from './idea-evidence.js'
import type { IdeaVersionTable } from './idea-version.js'
import type { IntroductionTable } from './introduction.js'
import type { JobRunTable } from './job-run.js'
import type { LocalityTable } from './locality.js'
import type { LocalityNeighbourTable } from './locality-neighbour.js'
import type { MatchTable } from './match.js'
import type { MatchFeedbackTable } from './match-feedback.js'
import type { MatchRunTable } from './match-run.js'
import type { MembershipTable } from './membership.js'
import type { MentionTable } from './mention.js'
import type { MentionLinkTable } from './mention-link.js'
import type { NeedTable } from './need.js'
import type { NeedEventTable } from './need-event.js'
import type { NeedEvidenceTable } from './need-evidence.js'
import type { NeedSearchTable } from './need-search.js'
import type { NeedSupplyTable } from './need-supply.js'
import type { NonAdoptionTable } from './non-adoption.js'
import type { NoticeTable } from './notice.js'
import type { NoticeReleaseTable } from './notice-release.js'
import type { OrganisationTable } from './organisation.js'
import type { OrganisationActivityTable } from './organisation-activity.js'
import type { OrganisationIdentifierTable } from './organisation-identifier.js'
import type { OrganisationNameTable } from './organisation-name.js'
import type { OutboxMessageTable } from './outbox-message.js'
import type { OutwardCodeTable } from './outward-code.js'
import type { ParkedRecordTable } from './parked-record.js'
import type { ProgrammeTable } from './programme.js'
import type { PullTable } from './pull.js'
import type { QuestionTable } from './question.js'
import type { RawDocumentTable } from './raw-document.js'
import type { RegistryEventTable } from './registry-event.js'
import type { ResponseTable } from './response.js'
import type { SessionTable } from './session.js'
import type { SourceTable } from './source.js'
import type { SubmissionTable } from './submission.js'
import type { SubscriptionTable } from './subscription.js'
import type { SubscriptionConsentTable } from './subscription-consent.js'
import type { SuppressionTable } from './suppression.js'

/** Every table of the floor. */
export interface Database {
  account: AccountTable
  alert_item: AlertItemTable
  alignment_coverage: AlignmentCoverageTable
  alignment_link: AlignmentLinkTable
  alignment_measure: AlignmentMeasureTable
  answer: AnswerTable
  audit_event: AuditEventTable
  award: AwardTable
  award_supplier: AwardSupplierTable
  capability: CapabilityTable
  challenge: ChallengeTable
  classification_code: ClassificationCodeTable
  consent: ConsentTable
  consultation: ConsultationTable
  delivery_event: DeliveryEventTable
  framework: FrameworkTable
  framework_crosswalk: FrameworkCrosswalkTable
  framework_node: FrameworkNodeTable
  hub: HubTable
  hub_locality: HubLocalityTable
  idea: IdeaTable
  idea_evidence: IdeaEvidenceTable
  idea_version: IdeaVersionTable
  introduction: IntroductionTable
  job_run: JobRunTable
  locality: LocalityTable
  locality_neighbour: LocalityNeighbourTable
  match: MatchTable
  match_feedback: MatchFeedbackTable
  match_run: MatchRunTable
  membership: MembershipTable
  mention: MentionTable
  mention_link: MentionLinkTable
  need: NeedTable
  need_event: NeedEventTable
  need_evidence: NeedEvidenceTable
  need_search: NeedSearchTable
  need_supply: NeedSupplyTable
  non_adoption: NonAdoptionTable
  notice: NoticeTable
  notice_release: NoticeReleaseTable
  organisation: OrganisationTable
  organisation_activity: OrganisationActivityTable
  organisation_identifier: OrganisationIdentifierTable
  organisation_name: OrganisationNameTable
  outbox_message: OutboxMessageTable
  outward_code: OutwardCodeTable
  parked_record: ParkedRecordTable
  programme: ProgrammeTable
  pull: PullTable
  question: QuestionTable
  raw_document: RawDocumentTable
  registry_event: RegistryEventTable
  response: ResponseTable
  session: SessionTable
  source: SourceTable
  submission: SubmissionTable
  subscription: SubscriptionTable
  subscription_consent: SubscriptionConsentTable
  suppression: SuppressionTable
}
