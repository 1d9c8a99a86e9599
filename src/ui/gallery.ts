import { askBoxExamples } from './ask-box/examples.tsx';
import { answerExamples } from './answer/examples.tsx';
import { barListExamples } from './bar-list/examples.tsx';
import { cardExamples } from './card/examples.tsx';
import { choicesExamples } from './choices/examples.tsx';
import { coalitionBoardExamples } from './coalition-board/examples.tsx';
import { comparisonExamples } from './comparison/examples.tsx';
import { dataTableExamples } from './data-table/examples.tsx';
import { definitionListExamples } from './definition-list/examples.tsx';
import { emptyStateExamples } from './empty-state/examples.tsx';
import type { Example } from './example.ts';
import { filtersExamples } from './filters/examples.tsx';
import { findingExamples } from './finding/examples.tsx';
import { fieldGroupExamples } from './field-group/examples.tsx';
import { formFieldsExamples } from './form-fields/examples.tsx';
import { funnelExamples } from './funnel/examples.tsx';
import { guideTextExamples } from './guide-text/examples.tsx';
import { headingExamples } from './heading/examples.tsx';
import { heatMapExamples } from './heat-map/examples.tsx';
import { helpLinkExamples } from './help-link/examples.tsx';
import { hemicycleExamples } from './hemicycle/examples.tsx';
import { iconExamples } from './icon/examples.tsx';
import { layoutExamples } from './layout/examples.tsx';
import { legalTextExamples } from './legal-text/examples.tsx';
import { markingBannerExamples } from './marking-banner/examples.tsx';
import { matrixExamples } from './matrix/examples.tsx';
import { meterExamples } from './meter/examples.tsx';
import { monthGridExamples } from './month-grid/examples.tsx';
import { negotiatedTextExamples } from './negotiated-text/examples.tsx';
import { networkExamples } from './network/examples.tsx';
import { numberedLinesExamples } from './numbered-lines/examples.tsx';
import { officialPaperExamples } from './official-paper/examples.tsx';
import { paginationExamples } from './pagination/examples.tsx';
import { pictureLinksExamples } from './picture-links/examples.tsx';
import { plainDateExamples } from './plain-date/examples.tsx';
import { practiceBandExamples } from './practice-band/examples.tsx';
import { progressExamples } from './progress/examples.tsx';
import { quotedStatementExamples } from './quoted-statement/examples.tsx';
import { ratificationCurveExamples } from './ratification-curve/examples.tsx';
import { refusalExamples } from './refusal/examples.tsx';
import { sankeyExamples } from './sankey/examples.tsx';
import { searchResultsExamples } from './search-results/examples.tsx';
import { seatPlanExamples } from './seat-plan/examples.tsx';
import { shareBarExamples } from './share-bar/examples.tsx';
import { specimenExamples } from './specimen/examples.tsx';
import { stageTrackExamples } from './stage-track/examples.tsx';
import { statusChipExamples } from './status-chip/examples.tsx';
import { stepsExamples } from './steps/examples.tsx';
import { thingExamples } from './thing/examples.tsx';
import { threadExamples } from './thread/examples.tsx';
import { timelineExamples } from './timeline/examples.tsx';
import { versionTreeExamples } from './version-tree/examples.tsx';
import { viewLinksExamples } from './view-links/examples.tsx';
import { voteOrderExamples } from './vote-order/examples.tsx';
import { wordingExamples } from './wording/examples.tsx';
import { worldMapExamples } from './world-map/examples.tsx';
import { yearChartExamples } from './year-chart/examples.tsx';

/** Every component with its examples: what the tests open and what a gallery would show. */
export const gallery: Readonly<Record<string, readonly Example[]>> = {
  'ask-box': askBoxExamples,
  answer: answerExamples,
  'bar-list': barListExamples,
  card: cardExamples,
  choices: choicesExamples,
  'coalition-board': coalitionBoardExamples,
  comparison: comparisonExamples,
  'data-table': dataTableExamples,
  'definition-list': definitionListExamples,
  'empty-state': emptyStateExamples,
  filters: filtersExamples,
  finding: findingExamples,
  'field-group': fieldGroupExamples,
  'form-fields': formFieldsExamples,
  funnel: funnelExamples,
  'guide-text': guideTextExamples,
  heading: headingExamples,
  'heat-map': heatMapExamples,
  'help-link': helpLinkExamples,
  hemicycle: hemicycleExamples,
  icon: iconExamples,
  layout: layoutExamples,
  'legal-text': legalTextExamples,
  'marking-banner': markingBannerExamples,
  matrix: matrixExamples,
  meter: meterExamples,
  'month-grid': monthGridExamples,
  'negotiated-text': negotiatedTextExamples,
  network: networkExamples,
  'numbered-lines': numberedLinesExamples,
  'official-paper': officialPaperExamples,
  pagination: paginationExamples,
  'picture-links': pictureLinksExamples,
  'plain-date': plainDateExamples,
  'practice-band': practiceBandExamples,
  progress: progressExamples,
  'quoted-statement': quotedStatementExamples,
  'ratification-curve': ratificationCurveExamples,
  refusal: refusalExamples,
  sankey: sankeyExamples,
  'search-results': searchResultsExamples,
  'seat-plan': seatPlanExamples,
  'share-bar': shareBarExamples,
  specimen: specimenExamples,
  'stage-track': stageTrackExamples,
  'status-chip': statusChipExamples,
  steps: stepsExamples,
  thing: thingExamples,
  thread: threadExamples,
  timeline: timelineExamples,
  'version-tree': versionTreeExamples,
  'view-links': viewLinksExamples,
  'vote-order': voteOrderExamples,
  wording: wordingExamples,
  'world-map': worldMapExamples,
  'year-chart': yearChartExamples,
};
