# language: vi
# M2: Điều 19 Nghị định 302/2025/NĐ-CP, thứ tự ưu tiên riêng của Quỹ nhà ở quốc gia.
Tính năng: Thuê nhà ở của Quỹ nhà ở quốc gia

  Bối cảnh: công chức thuê nhà ở xã hội của Quỹ nhà ở địa phương
    Biết hồ sơ:
      | Tỉnh                   | Bắc Ninh              |
      | Nhóm đối tượng         | Công chức             |
      | Quỹ nhà ở cho thuê     | Quỹ nhà ở địa phương  |
      | Loại nhà ở của Quỹ     | Nhà ở xã hội          |
      | Làm việc tại cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập ở trung ương | không |
      | Là viên chức hoặc người lao động của cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập | không |
      | Chịu tác động của việc sắp xếp đơn vị hành chính và có địa điểm làm việc cách xa nơi ở | không |
      | Là chuyên gia, nhà khoa học được hưởng ưu đãi về nhà ở theo pháp luật về khoa học, công nghệ | không |
      | Ngày sinh của người đứng đơn | 01/03/1980      |
      | Nơi làm việc           | Nơi khác              |
      | Đang thuê nhà ở xã hội | không                 |
      | Đã hưởng chính sách nhà ở cho lực lượng vũ trang | không |
    Và ngày xét là 01/05/2026

  Tình huống: Ngày áp dụng; Quỹ tiếp tục hoạt động sau ngày 31/5/2030
    Khi xét "Thuê nhà ở của Quỹ nhà ở quốc gia (trung ương, địa phương)"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 18/11/2025 | ngoài phạm vi bộ quy tắc |
      | 19/11/2025 | đủ điều kiện             |
      | 01/06/2030 | đủ điều kiện             |

  Tình huống: Quỹ trung ương cho người làm ở trung ương thuê, Quỹ địa phương cho người khác
    Khi xét "housing_fund_rental"
    Thì kết quả từng dòng là:
      | Quỹ nhà ở cho thuê | Làm việc tại cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập ở trung ương | kết quả            | đạt                            | không đạt                      | chưa xác định                  |
      | Trung ương         | có                                                                                                           | đủ điều kiện       | central_fund_for_central_staff |                                |                                |
      | Trung ương         | không                                                                                                        | không đủ điều kiện |                                | works_for_central              |                                |
      | Trung ương         |                                                                                                              | chưa đủ thông tin  |                                |                                | works_for_central              |
      | Địa phương         | không                                                                                                        | đủ điều kiện       | local_fund_for_others          |                                |                                |
      | Địa phương         | có                                                                                                           | không đủ điều kiện |                                | works_for_no_central           |                                |
      | Địa phương         |                                                                                                              | chưa đủ thông tin  |                                |                                | works_for_no_central           |
      |                    | không                                                                                                        | chưa đủ thông tin  |                                |                                | local_fund_for_others          |
      |                    | có                                                                                                           | chưa đủ thông tin  |                                |                                | central_fund_for_central_staff |
      |                    |                                                                                                              | chưa đủ thông tin  |                                |                                | fund_is_local                  |
      |                    | có                                                                                                           | chưa đủ thông tin  |                                |                                | fund_is_central                |
      | Trung ương         | không                                                                                                        | không đủ điều kiện |                                | fund_is_local                  |                                |
      | Địa phương         | có                                                                                                           | không đủ điều kiện |                                | fund_is_central                |                                |
      | Địa phương         | có                                                                                                           | không đủ điều kiện |                                | fund_serves_tenant             |                                |
      | Địa phương         | có                                                                                                           | không đủ điều kiện |                                | local_fund_for_others          |                                |
      | Trung ương         | không                                                                                                        | không đủ điều kiện |                                | central_fund_for_central_staff |                                |
      |                    |                                                                                                              | chưa đủ thông tin  |                                |                                | fund_serves_tenant             |

  Tình huống: Nhà ở xã hội của Quỹ theo đối tượng thuê nhà ở xã hội; nhà ở Quỹ mua lại theo cán bộ, người lao động
    Khi xét "housing_fund_rental"
    Thì kết quả từng dòng là:
      | Loại nhà ở của Quỹ  | Nhóm đối tượng      | kết quả            | tạm xác định | đạt                    | không đạt              | chưa xác định          |
      | Nhà ở xã hội        | Sinh viên           | đủ điều kiện       | không        | fund_social_tenant     |                        |                        |
      | Nhà ở xã hội        | Hộ nghèo nông thôn  | không đủ điều kiện | không        |                        | fund_social_tenant     |                        |
      | Nhà ở xã hội        |                     | chưa đủ thông tin  |              |                        |                        | fund_social_tenant     |
      | Nhà ở xã hội        | Hộ nghèo nông thôn  | không đủ điều kiện | không        |                        | fund_home_is_bought    |                        |
      | Nhà ở thương mại    | Công chức           | đủ điều kiện       | không        | fund_commercial_tenant |                        |                        |
      | Nhà ở thương mại    | Công nhân           | đủ điều kiện       | không        | fund_employee          |                        |                        |
      | Nhà ở thương mại    | Lực lượng vũ trang  | đủ điều kiện       | có           | forces_in_fund         |                        |                        |
      | Nhà ở thương mại    | Sinh viên           | không đủ điều kiện | không        |                        | forces_in_fund         |                        |
      | Nhà ở thương mại    | Sinh viên           | không đủ điều kiện | không        |                        | fund_commercial_tenant |                        |
      | Nhà ở thương mại    | Sinh viên           | không đủ điều kiện | không        |                        | fund_employee          |                        |
      | Nhà ở thương mại    | Sinh viên           | không đủ điều kiện | không        |                        | fund_home_is_social    |                        |
      | Nhà ở thương mại    | Sinh viên           | không đủ điều kiện | không        |                        | fund_tenant            |                        |
      | Nhà ở thương mại    |                     | chưa đủ thông tin  |              |                        |                        | fund_employee          |
      | Nhà ở thương mại    |                     | chưa đủ thông tin  |              |                        |                        | forces_in_fund         |
      |                     | Công chức           | chưa đủ thông tin  |              |                        |                        | fund_home_is_bought    |
      |                     | Sinh viên           | chưa đủ thông tin  |              |                        |                        | fund_home_is_social    |
      |                     | Công nhân           | chưa đủ thông tin  |              |                        |                        | fund_commercial_tenant |
      |                     | Công chức           | chưa đủ thông tin  |              |                        |                        | fund_tenant            |

  Tình huống: Đang thuê nhà ở xã hội khác, hoặc là người nước ngoài
    Khi xét "housing_fund_rental"
    Thì kết quả từng dòng là:
      | thông tin              | giá trị | kết quả            | tạm xác định | không đạt            |
      | Đang thuê nhà ở xã hội | có      | không đủ điều kiện | không        | one_rental           |
      | Là công dân Việt Nam   | không   | không đủ điều kiện | có           | vietnamese_applicant |

  Tình huống: Thứ tự ưu tiên không làm thay đổi kết quả
    Khi xét "housing_fund_rental"
    Thì thuộc diện ưu tiên "fund_first_civil_servant"
    Và không thuộc diện ưu tiên "fund_first_merger"
    Và kết quả từng dòng là:
      | Nhóm đối tượng     | Chịu tác động của việc sắp xếp đơn vị hành chính và có địa điểm làm việc cách xa nơi ở | Là viên chức hoặc người lao động của cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập | kết quả      | đạt                      |
      | Công chức          | có    | không | đủ điều kiện | fund_first_merger        |
      | Lực lượng vũ trang | có    | không | đủ điều kiện | fund_first_merger        |
      | Lực lượng vũ trang | không | không | đủ điều kiện | fund_first_civil_servant |
      | Viên chức          | có    | có    | đủ điều kiện | fund_first_public_staff  |
      | Khoản 9            | không | không | đủ điều kiện | fund_first_returned_home |
      | Sinh viên          | không | không | đủ điều kiện | fund_first_other         |
      | Công chức          |       | không | đủ điều kiện | fund_first_civil_servant |
      | Công chức          | không |       | đủ điều kiện | fund_first_other         |

  Khung tình huống: Từng bậc ưu tiên của Quỹ
    Biết hồ sơ:
      | Nhóm đối tượng               | <nhóm>     |
      | Nơi làm việc                 | <nơi làm>  |
      | Ngày sinh của người đứng đơn | <sinh>     |
      | Là chuyên gia, nhà khoa học được hưởng ưu đãi về nhà ở theo pháp luật về khoa học, công nghệ | <chuyên gia> |
      | Là viên chức hoặc người lao động của cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập | <viên chức> |
    Khi xét "housing_fund_rental"
    Thì <kết luận> "<bậc>"

    Dữ liệu:
      | nhóm      | nơi làm          | sinh       | chuyên gia | viên chức | kết luận                 | bậc                     |
      | Công nhân | Khu công nghiệp, khu chế xuất | 01/03/1980 | có | không | thuộc diện ưu tiên   | fund_first_scientist    |
      | Công nhân | Khu công nghiệp, khu chế xuất | 01/03/1980 | không | không | không thuộc diện ưu tiên | fund_first_scientist |
      | Công nhân | Khu công nghiệp, khu chế xuất | 01/03/1980 | không | không | thuộc diện ưu tiên | fund_first_zone_worker |
      | Công nhân | Nơi khác         | 01/03/1980 | không      | không     | không thuộc diện ưu tiên | fund_first_zone_worker  |
      | Công chức | Khu công nghiệp, khu chế xuất | 01/03/1980 | không | không | không thuộc diện ưu tiên | fund_first_zone_worker |
      | Công nhân | Nơi khác         | 01/05/1990 | không      | không     | không thuộc diện ưu tiên | fund_first_young_worker |
      | Công nhân | Nơi khác         | 02/05/1990 | không      | không     | thuộc diện ưu tiên       | fund_first_young_worker |
      | Công nhân | Nơi khác         | 02/05/1990 | không      | không     | thuộc diện ưu tiên       | fund_first_young_worker |
      | Công nhân | Nơi khác         | 01/05/1991 | không      | không     | thuộc diện ưu tiên       | fund_first_young_worker |
      | Công nhân | Nơi khác         | 02/05/1990 | không      | không     | thuộc diện ưu tiên       | fund_first_other        |
      | Công chức | Nơi khác         | 01/05/1995 | không      | không     | không thuộc diện ưu tiên | fund_first_young_worker |
      | Viên chức | Nơi khác         | 01/05/1995 | không      | có        | thuộc diện ưu tiên       | fund_first_young_worker |
      | Công nhân | Nơi khác         | 02/05/1990 | không      | không     | không thuộc diện ưu tiên | fund_first_public_staff |
      | Công nhân | Nơi khác         | 02/05/1990 | không      | không     | không thuộc diện ưu tiên | fund_first_civil_servant |
      | Viên chức | Nơi khác         | 02/05/1990 | không      | có        | không thuộc diện ưu tiên | fund_first_civil_servant |
      | Công nhân | Nơi khác         | 02/05/1990 | không      | không     | không thuộc diện ưu tiên | fund_first_returned_home |

  # K1: bậc ưu tiên chưa rõ thì để ngỏ, không làm thay đổi kết quả.
  Tình huống: Công nhân chưa rõ các thông tin về thứ tự ưu tiên
    Biết "Nhóm đối tượng" là Công nhân
    Khi xét "housing_fund_rental"
    Thì kết quả từng dòng là:
      | thông tin                    | giá trị | kết quả      |
      | Nơi làm việc                 |         | đủ điều kiện |
      | Ngày sinh của người đứng đơn |         | đủ điều kiện |
      | Là chuyên gia, nhà khoa học được hưởng ưu đãi về nhà ở theo pháp luật về khoa học, công nghệ | | đủ điều kiện |

  # K1: mọi bậc ưu tiên chưa rõ đều được nêu, cùng thông tin cần để xác định.
  Tình huống: Các bậc ưu tiên còn chưa rõ
    Biết hồ sơ:
      | Nhóm đối tượng | Công nhân |
      | Nơi làm việc   | (trống)   |
      | Là viên chức hoặc người lao động của cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập | (trống) |
      | Là chuyên gia, nhà khoa học được hưởng ưu đãi về nhà ở theo pháp luật về khoa học, công nghệ | (trống) |
      | Ngày sinh của người đứng đơn | (trống) |
    Khi xét "housing_fund_rental"
    Thì kết quả là "đủ điều kiện"
    Và thứ tự ưu tiên còn chưa rõ: "fund_first_scientist"
    Và thứ tự ưu tiên còn chưa rõ: "fund_first_public_staff"
    Và thứ tự ưu tiên còn chưa rõ: "fund_first_zone_worker"
    Và thứ tự ưu tiên còn chưa rõ: "fund_first_young_worker"

  Tình huống: Cán bộ, công chức chưa rõ có chịu tác động của việc sắp xếp hay không
    Biết hồ sơ:
      | Chịu tác động của việc sắp xếp đơn vị hành chính và có địa điểm làm việc cách xa nơi ở | (trống) |
      | Là viên chức hoặc người lao động của cơ quan nhà nước, tổ chức chính trị, chính trị - xã hội, đơn vị sự nghiệp công lập | (trống) |
    Khi xét "housing_fund_rental"
    Thì thứ tự ưu tiên còn chưa rõ: "fund_first_merger"
    Và thứ tự ưu tiên còn chưa rõ: "fund_first_civil_servant"
