export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/demonstration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionController_switchTo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AlertsController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AlertsController_mine"];
        put?: never;
        post: operations["AlertsController_subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/economy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EconomyController_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/industries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EconomyController_industries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/companies/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EconomyController_flows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/pyramid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EconomyController_pyramid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MatchesController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matches/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MatchesController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MatchesController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matches/{id}/introduction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MatchesController_introduce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NeedsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NeedsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NeedsController_matches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OrganisationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OrganisationsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OverviewController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OverviewController_place"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/navigation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OverviewController_navigation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OverviewController_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QueueController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SearchController_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/second-chances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SecondChancesController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SourcesController_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SourcesController_parked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SpendController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/frameworks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StrategyController_frameworks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{code}/alignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StrategyController_alignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StrategyController_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Session: {
            role: string;
            display_name: string;
            hub_name: string | null;
            organisation_name: string | null;
            organisation_id: string | null;
            demonstration: boolean;
            switch_to: {
                /** @enum {string} */
                as: "strategist" | "officer" | "commissioner" | "innovator" | "citizen" | "steward";
                label: string;
                description: string;
            }[];
            today: string;
            default_place: string;
        };
        SwitchRole: {
            /** @enum {string} */
            as: "strategist" | "officer" | "commissioner" | "innovator" | "citizen" | "steward";
        };
        AlertPreview: {
            headline: string;
            now: number;
            seven_days: number;
            ninety_days: number;
            last_on: string | null;
            sample: {
                title: string;
                place: string | null;
                on: string;
                address: string;
            }[];
            warning: string | null;
        };
        NewSubscription: {
            email: string;
            name: string;
            query: {
                /** @default null */
                place: string | null;
                /** @default null */
                words: string | null;
                /**
                 * Format: uuid
                 * @default null
                 */
                organisation_id: string | null;
                /**
                 * @default possible
                 * @enum {string}
                 */
                fit: "strong" | "possible";
                /** @default true */
                second_chances: boolean;
            };
            /**
             * @default weekly
             * @enum {string}
             */
            cadence: "daily" | "weekly" | "monthly";
            /** @default 5 */
            ceiling: number;
            /**
             * @default unknown
             * @enum {string}
             */
            subscriber_kind: "company" | "individual" | "unknown";
            /** @enum {boolean} */
            agreed: true;
        };
        SubscriptionAsked: {
            /** @enum {string} */
            state: "pending";
            words: string;
        };
        MySubscriptions: {
            items: {
                id: string;
                name: string;
                cadence: string;
                state: string;
                query: {
                    /** @default null */
                    place: string | null;
                    /** @default null */
                    words: string | null;
                    /**
                     * Format: uuid
                     * @default null
                     */
                    organisation_id: string | null;
                    /**
                     * @default possible
                     * @enum {string}
                     */
                    fit: "strong" | "possible";
                    /** @default true */
                    second_chances: boolean;
                };
                ceiling: number;
                confirmed_at: string | null;
                sent: number;
            }[];
            total: number;
        };
        Economy: {
            place: {
                code: string;
                name: string;
            };
            headline: string;
            lede: string;
            data_of: string;
            not_in_here: string;
        };
        Panel: {
            id: string;
            title: string;
            question: string;
            basis: string;
            reference: string | null;
            vintage: string | null;
            computed_at: string;
            formula_id: string;
            filters: {
                [key: string]: string;
            };
            columns: {
                key: string;
                label: string;
                unit: string | null;
                /** @enum {string} */
                format: "text" | "count" | "money" | "percent" | "date" | "month" | "number";
                decimals: number;
            }[];
            data: {
                [key: string]: (number | string | (null))[];
            };
            summary: string;
            source: string;
            n: number | null;
            excluded: {
                reason: string;
                n: number;
            }[];
            notes: string[];
            breaks: {
                at: string;
                reason: string;
            }[];
            /** @enum {string} */
            quality: "ok" | "partial" | "experimental" | "too_few" | "empty";
            next_update: string | null;
        };
        Match: {
            id: string;
            rank: number;
            /** @enum {string} */
            label: "strong" | "possible" | "weak";
            need: {
                id: string;
                reference: string;
                title: string;
                place: string | null;
                owner: string | null;
                stage: string | null;
                money: string | null;
                closes_at: string | null;
            };
            candidate: {
                /** @enum {string} */
                kind: "organisation" | "idea";
                id: string;
                name: string;
                owner: string | null;
                organisation_id: string | null;
                meta: string;
                demonstration: boolean;
            };
            evidence: {
                /** @enum {string} */
                kind: "words" | "similar in meaning";
                need: components["schemas"]["Quote"];
                candidate: components["schemas"]["Quote"];
            }[];
            against: string[];
            unknowns: string[];
            would_change: string | null;
            distance_miles: number | null;
            second_chance: components["schemas"]["SecondChance"] | null;
            parts: {
                name: string;
                points: number;
            }[];
            feedback: {
                id: string;
                verdict: string;
                reason: string | null;
                at: string;
            } | null;
            introduction: {
                id: string;
                state: string;
            } | null;
        };
        Quote: {
            source: string;
            date: string | null;
            text: string;
            marks: {
                start: number;
                end: number;
                letter: string;
            }[];
        };
        SecondChance: {
            eligible: boolean;
            headline: string;
            challenge: string | null;
            decided_on: string | null;
            stage_reached: string | null;
            tier: string;
            reasons: {
                code: string;
                quote: string | null;
                /** @enum {string} */
                verdict: "bites" | "no_longer_bites" | "unknown";
                why: string;
            }[];
        };
        NewFeedback: {
            /** @enum {string} */
            verdict: "fit" | "not_fit" | "later" | "contacted";
            /** @default null */
            reason: string | null;
        };
        Feedback: {
            id: string;
            /** @enum {string} */
            verdict: "fit" | "not_fit" | "later" | "contacted";
            undone: boolean;
        };
        Introduction: {
            id: string;
            state: string;
            words: string;
        };
        NeedList: {
            items: components["schemas"]["NeedListItem"][];
            total: number;
            next_cursor: string | null;
            headline: string;
            lede: string;
            place: string | null;
            not_in_here: string;
        };
        NeedListItem: {
            id: string;
            reference: string;
            title: string;
            origin: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "open" | "in_challenge" | "in_procurement" | "met" | "closed_unmet" | "withdrawn";
            stale: boolean;
            place: string | null;
            owner: string | null;
            money: string | null;
            opened_on: string | null;
            closes_at: string | null;
            days_left: number | null;
            demonstration: boolean;
            supply: {
                assessed: boolean;
                strong: number;
                possible: number;
                in_reach: number;
                reach_miles: number;
                second_chances: number;
                note: string | null;
            } | null;
        };
        Need: {
            id: string;
            reference: string;
            title: string;
            origin: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "open" | "in_challenge" | "in_procurement" | "met" | "closed_unmet" | "withdrawn";
            stale: boolean;
            place: string | null;
            owner: string | null;
            money: string | null;
            opened_on: string | null;
            closes_at: string | null;
            days_left: number | null;
            demonstration: boolean;
            supply: {
                assessed: boolean;
                strong: number;
                possible: number;
                in_reach: number;
                reach_miles: number;
                second_chances: number;
                note: string | null;
            } | null;
            description: string;
            outcome: string | null;
            outcome_measure: string | null;
            baseline: string | null;
            affected_group: string | null;
            affected_count: number | null;
            stage: string | null;
            cpv: string[];
            source: {
                id: string;
                name: string;
                reference: string | null;
                address: string | null;
                pulled_at: string | null;
            } | null;
            published_as: {
                text: string;
                position: string;
            } | null;
            solution_language: {
                text: string;
                start: number;
                end: number;
            }[];
            warnings: string[];
            path: {
                /** @enum {string} */
                state: "draft" | "submitted" | "open" | "in_challenge" | "in_procurement" | "met" | "closed_unmet" | "withdrawn";
                label: string;
                /** @enum {string} */
                when: "done" | "now" | "to_come" | "skipped";
            }[];
            voices: {
                total: number;
                opposing: number;
                shown: {
                    quote: string;
                    who: string;
                    public_id: string | null;
                    said_on: string | null;
                    stance: string;
                }[];
            };
            priorities: {
                node_id: string;
                framework: string;
                title: string;
                grade: string;
                basis: string;
                state: string;
                quote: string;
            }[];
            events: {
                at: string;
                text: string;
            }[];
        };
        NeedMatches: {
            readable: boolean;
            why: string | null;
            headline: string;
            ideas_headline: string;
            run: {
                at: string;
                engine: string;
            } | null;
            organisations: components["schemas"]["Match"][];
            ideas: components["schemas"]["Match"][];
            left_out: {
                reason: string;
                n: number;
            }[];
            not_in_here: string;
        };
        OrganisationList: {
            items: components["schemas"]["OrganisationListItem"][];
            total: number;
            next_cursor: string | null;
            headline: string;
            not_in_here: string;
        };
        OrganisationListItem: {
            id: string;
            name: string;
            status: string;
            place: string | null;
            town: string | null;
            postcode: string | null;
            company_number: string | null;
            demonstration: boolean;
        };
        Organisation: {
            id: string;
            name: string;
            demonstration: boolean;
            status: string;
            place: string | null;
            headline: string;
            identifiers: {
                scheme: string;
                identifier: string;
            }[];
            facts: {
                name: string;
                value: string | null;
                source: string;
                date: string;
            }[];
            activities: {
                code: string;
                title: string;
            }[];
            names: {
                name: string;
                kind: string;
                valid_to: string | null;
            }[];
            capabilities: {
                statement: string;
                basis: string;
                date: string | null;
            }[];
            awards: {
                title: string;
                buyer: string | null;
                awarded_on: string | null;
                value: string;
                joined_by: string;
            }[];
            events: {
                on: string;
                text: string;
            }[];
            needs: {
                match_id: string;
                need_id: string;
                reference: string;
                title: string;
                label: string;
                place: string | null;
            }[];
            not_in_here: string;
        };
        PlaceList: {
            items: components["schemas"]["Place"][];
            total: number;
        };
        Place: {
            code: string;
            name: string;
            kind: string;
            demonstration_hub: string | null;
            neighbours: {
                code: string;
                name: string;
            }[];
        };
        Navigation: {
            queue: number | null;
            needs: number;
            second_chances: number | null;
            sources_unwell: number;
        };
        Overview: {
            place: {
                code: string;
                name: string;
            };
            data_of: string;
            headline: string;
            lede: string;
            decisions: {
                /** @enum {string} */
                icon: "flag" | "meet" | "warn" | "info";
                finding: string;
                consequence: string;
                action: string;
                address: string;
            }[];
            changes: {
                on: string;
                text: string;
                address: string | null;
            }[];
            figures: {
                id: string;
                finding: string;
                value: number | null;
                /** @enum {string} */
                format: "count" | "percent" | "signed";
                unit: string;
                comparison: string;
                peers: {
                    place: string;
                    value: number;
                    own: boolean;
                }[] | null;
                marks: {
                    filled: number;
                    total: number;
                    /** @enum {string} */
                    shape: "diamond" | "square";
                } | null;
                /** @enum {string} */
                quality: "ok" | "partial" | "too_few" | "empty";
            }[];
            panels: components["schemas"]["Panel"][];
            not_in_here: string;
        };
        Queue: {
            readable: boolean;
            why: string | null;
            headline: string;
            done: number;
            total: number;
            groups: {
                /** @enum {string} */
                key: "due" | "later" | "re_offer" | "check" | "done";
                title: string;
                items: {
                    id: string;
                    /** @enum {string} */
                    kind: "match" | "second_chance" | "check";
                    match_id: string | null;
                    title: string;
                    note: string;
                    due: string | null;
                    due_text: string;
                    /** @enum {string|null} */
                    label: "strong" | "possible" | "weak" | null;
                    /** @enum {string|null} */
                    icon: "warn" | "info" | "cross" | "meet" | "check" | null;
                    detail: {
                        finding: string;
                        facts: {
                            name: string;
                            value: string;
                        }[];
                        address: string | null;
                    } | null;
                    done: {
                        feedback_id: string;
                        verdict: string;
                    } | null;
                }[];
            }[];
            not_in_here: string;
        };
        SearchResults: {
            q: string;
            headline: string;
            items: {
                /** @enum {string} */
                kind: "need" | "organisation" | "place";
                id: string;
                title: string;
                meta: string;
                address: string;
                demonstration: boolean;
            }[];
            total: number;
            not_in_here: string;
        };
        SecondChances: {
            readable: boolean;
            why: string | null;
            headline: string;
            lede: string;
            programmes: {
                id: string;
                name: string;
            }[];
            flow: {
                stages: {
                    key: string;
                    title: string;
                }[];
                nodes: {
                    id: string;
                    stage: number;
                    title: string;
                    n: number;
                    /** @enum {string} */
                    tone: "rest" | "forward" | "not_adopted" | "again";
                }[];
                links: {
                    from: string;
                    to: string;
                    n: number;
                }[];
            };
            flow_panel: components["schemas"]["Panel"];
            ready: components["schemas"]["Match"][];
            ask_first: components["schemas"]["Match"][];
            reasons: components["schemas"]["Panel"];
            not_in_here: string;
        };
        SourceBoard: {
            headline: string;
            lede: string;
            items: components["schemas"]["SourceItem"][];
            total: number;
            healthy: number;
            parked: {
                source: string;
                reason: string;
                n: number;
            }[];
            mail: {
                /** @enum {string} */
                to: "relay" | "folder";
                folder: string | null;
                counts: {
                    state: string;
                    n: number;
                }[];
                recent: {
                    at: string;
                    kind: string;
                    subject: string;
                    state: string;
                    file: string | null;
                }[];
            };
            not_in_here: string;
        };
        SourceItem: {
            id: string;
            name: string;
            publisher: string;
            /** @enum {string} */
            state: "ok" | "late" | "thin" | "failing" | "stopped";
            reason: string | null;
            demonstration: boolean;
            licence: string;
            attribution: string;
            schedule: string;
            last_success_at: string | null;
            last_try_at: string | null;
            next_run_at: string | null;
            rows: number;
            pulls: {
                at: string;
                read: number;
                state: string;
            }[];
            usual: {
                low: number;
                high: number;
            } | null;
            parked: number;
        };
        ParkedRecords: {
            readable: boolean;
            why: string | null;
            total: number;
            items: {
                id: string;
                position: string;
                reason: string;
                parked_at: string;
            }[];
        };
        FrameworkList: {
            items: {
                key: string;
                name: string;
                owner: string;
                level: string;
                valid_from: string;
                valid_to: string | null;
                status: string;
                source_address: string;
            }[];
            total: number;
        };
        Alignment: {
            place: {
                code: string;
                name: string;
            };
            framework: {
                key: string;
                name: string;
                owner: string;
                level: string;
                valid_from: string;
                valid_to: string | null;
                status: string;
                source_address: string;
            };
            frameworks: {
                key: string;
                name: string;
            }[];
            headline: string;
            lede: string;
            rows: {
                node_id: string;
                title: string;
                parent: string | null;
                definition: string;
                flags: ("no_need" | "thin_supply" | "no_idea" | "no_award")[];
                need: {
                    items: number;
                    confirmed: number;
                    suggested: number;
                    value: number | null;
                    valued_items: number;
                    words: string;
                };
                organisation: {
                    items: number;
                    confirmed: number;
                    suggested: number;
                    value: number | null;
                    valued_items: number;
                    words: string;
                };
                idea: {
                    items: number;
                    confirmed: number;
                    suggested: number;
                    value: number | null;
                    valued_items: number;
                    words: string;
                };
                award: {
                    items: number;
                    confirmed: number;
                    suggested: number;
                    value: number | null;
                    valued_items: number;
                    words: string;
                };
            }[];
            coverage: {
                confirmed: number;
                suggested: number;
                unlinked: number;
                not_coded: number;
                total: number;
            };
            coverage_by_kind: {
                confirmed: number;
                suggested: number;
                unlinked: number;
                not_coded: number;
                total: number;
                /** @enum {string} */
                item_kind: "need" | "idea" | "organisation" | "award";
            }[];
            matrix: components["schemas"]["Panel"];
            balance: components["schemas"]["Panel"];
            national: {
                title: string;
                framework: string;
                through: {
                    title: string;
                    strength: string;
                    quote: string;
                }[];
                words: string;
            }[];
            not_in_here: string;
        };
        AlignmentLinks: {
            node: {
                id: string;
                title: string;
                definition: string;
            };
            headline: string;
            total: number;
            items: {
                id: string;
                /** @enum {string} */
                item_kind: "need" | "idea" | "organisation" | "award";
                item_id: string;
                name: string;
                place: string | null;
                address: string | null;
                grade: string;
                basis: string;
                state: string;
                who: string;
                quote: {
                    text: string;
                    source: string;
                    marks: {
                        start: number;
                        end: number;
                    }[];
                };
                priority_quote: {
                    text: string;
                    marks: {
                        start: number;
                        end: number;
                    }[];
                };
            }[];
            hidden: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    SessionController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    SessionController_switchTo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchRole"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    AlertsController_preview: {
        parameters: {
            query?: {
                place?: string;
                words?: string;
                organisation?: string;
                fit?: "strong" | "possible";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPreview"];
                };
            };
        };
    };
    AlertsController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySubscriptions"];
                };
            };
        };
    };
    AlertsController_subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubscription"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAsked"];
                };
            };
        };
    };
    EconomyController_overview: {
        parameters: {
            query?: {
                against?: "region" | "all";
                level?: "section" | "division";
                agents?: "with" | "without";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Economy"];
                };
            };
        };
    };
    EconomyController_industries: {
        parameters: {
            query?: {
                against?: "region" | "all";
                level?: "section" | "division";
                agents?: "with" | "without";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Panel"];
                };
            };
        };
    };
    EconomyController_flows: {
        parameters: {
            query?: {
                against?: "region" | "all";
                level?: "section" | "division";
                agents?: "with" | "without";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Panel"];
                };
            };
        };
    };
    EconomyController_pyramid: {
        parameters: {
            query?: {
                against?: "region" | "all";
                level?: "section" | "division";
                agents?: "with" | "without";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Panel"];
                };
            };
        };
    };
    MatchesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Match"];
                };
            };
        };
    };
    MatchesController_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeedback"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
        };
    };
    MatchesController_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
        };
    };
    MatchesController_introduce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introduction"];
                };
            };
        };
    };
    NeedsController_list: {
        parameters: {
            query?: {
                place?: string;
                state?: "open" | "closed" | "any";
                origin?: "consulted" | "entered" | "harvested" | "any";
                age?: "current" | "stale" | "any";
                supply?: "none" | "thin" | "enough" | "any";
                priority?: string;
                q?: string;
                sort?: "newest" | "closing" | "thinnest" | "reference";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedList"];
                };
            };
        };
    };
    NeedsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Need"];
                };
            };
        };
    };
    NeedsController_matches: {
        parameters: {
            query?: {
                within?: "20" | "40" | "80" | "any";
                fit?: "strong" | "possible" | "weak";
                status?: "active" | "any";
                sort?: "best" | "nearest";
            };
            header: {
                accept: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedMatches"];
                };
            };
        };
    };
    OrganisationsController_list: {
        parameters: {
            query: {
                q: string;
                place?: string;
                status?: "active" | "any";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationList"];
                };
            };
        };
    };
    OrganisationsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
        };
    };
    OverviewController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceList"];
                };
            };
        };
    };
    OverviewController_place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
        };
    };
    OverviewController_navigation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Navigation"];
                };
            };
        };
    };
    OverviewController_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
        };
    };
    QueueController_show: {
        parameters: {
            query?: {
                within?: "due" | "month" | "any";
                sort?: "due" | "fit";
                at_most?: "15" | "30" | "60";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
        };
    };
    SearchController_search: {
        parameters: {
            query: {
                q: string;
                place?: string;
                kind?: "any" | "need" | "organisation" | "place";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
        };
    };
    SecondChancesController_show: {
        parameters: {
            query?: {
                programme?: string;
                reason?: string;
                cohort?: "whole" | "twelve_months";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondChances"];
                };
            };
        };
    };
    SourcesController_board: {
        parameters: {
            query?: {
                state?: "any" | "unwell" | "ok";
                sort?: "worst" | "name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceBoard"];
                };
            };
        };
    };
    SourcesController_parked: {
        parameters: {
            query: {
                source: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedRecords"];
                };
            };
        };
    };
    SpendController_show: {
        parameters: {
            query?: {
                by?: "total" | "category" | "year";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Panel"];
                };
            };
        };
    };
    StrategyController_frameworks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkList"];
                };
            };
        };
    };
    StrategyController_alignment: {
        parameters: {
            query?: {
                framework?: string;
                linked_by?: "anyone" | "person";
                sort?: "strategy" | "needs" | "gaps";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alignment"];
                };
            };
        };
    };
    StrategyController_links: {
        parameters: {
            query: {
                node: string;
                item: "need" | "idea" | "organisation" | "award";
                place: string;
                linked_by?: "anyone" | "person";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentLinks"];
                };
            };
        };
    };
}
