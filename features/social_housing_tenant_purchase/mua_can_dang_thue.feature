# language: vi
@nd-261-2025 @chuyen-tiep
Tính năng: Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở

  Bối cảnh: công nhân đang thuê, hợp đồng ký năm 2025
    Biết hồ sơ:
      | Tỉnh                                            | Bắc Ninh     |
      | Tình trạng hôn nhân                             | Chưa kết hôn |
      | Đang nuôi con dưới tuổi thành niên              | không        |
      | Có tên trong Giấy chứng nhận                    | không        |
      | Có nhà ở                                        | không        |
      | Đã mua nhà ở xã hội                             | không        |
      | Đã được hỗ trợ nhà ở                            | không        |
      | Đang ở nhà ở công vụ                            | không        |
      | Khoảng cách từ nhà ở đến nơi làm việc           | 5            |
      | Khoảng cách từ nơi làm việc đến dự án           | 5            |
      | Nhóm đối tượng                                  | công nhân    |
      | Thu nhập                                        | 18 triệu     |
      | Mua chính căn nhà đang thuê, thuê mua           | có           |
      | Nguồn vốn xây dựng dự án                        | Chủ đầu tư   |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | có |
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở  | 01/03/2025   |
    Và ngày xét là 01/05/2026

  # M3: trước ngày 10/10/2025 khoản 12 Điều 78 Nghị định 100/2024/NĐ-CP đã cho người thuê phần 20 % mua căn nhà đang thuê.
  Tình huống: Ngày áp dụng
    Biết "Thu nhập" là 14 triệu
    Và "Thu nhập tháng cao nhất" là 14 triệu
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Ngày xét   | kết quả                  |
      | 31/07/2024 | ngoài phạm vi bộ quy tắc |
      | 01/08/2024 | đủ điều kiện             |
      | 09/10/2025 | đủ điều kiện             |
      | 10/10/2025 | đủ điều kiện             |
      | 08/02/2026 | đủ điều kiện             |
      | 09/02/2026 | đủ điều kiện             |

  Tình huống: Hợp đồng ký trước ngày 10/10/2025: mức thu nhập cũ hay mới còn cách hiểu khác
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở | Thu nhập   | kết quả            | tạm xác định |
      | 09/10/2025                                     | 20.000.000 | đủ điều kiện       | không        |
      | 09/10/2025                                     | 20.000.001 | đủ điều kiện       | có           |
      | 10/10/2025                                     | 20.000.001 | đủ điều kiện       | không        |
      | 11/10/2025                                     | 25.000.000 | đủ điều kiện       | không        |
      | 09/10/2025                                     | 25.000.001 | không đủ điều kiện | không        |

  Tình huống: Mức thu nhập cũ của người nuôi con và của vợ chồng
    Biết "Tình trạng hôn nhân" là ly hôn
    Và "Đang nuôi con dưới tuổi thành niên" là có
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Thu nhập   | kết quả      | tạm xác định |
      | 30.000.000 | đủ điều kiện | không        |
      | 30.000.001 | đủ điều kiện | có           |

  Tình huống: Mức thu nhập cũ của vợ chồng
    Biết "Tình trạng hôn nhân" là đã kết hôn
    Và "Vợ/chồng có tên trong Giấy chứng nhận" là không
    Và "Vợ (chồng) đã mua, thuê mua nhà ở xã hội" là không
    Và "Thu nhập vợ/chồng" là 10 triệu
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Thu nhập   | kết quả      | tạm xác định |
      | 30.000.000 | đủ điều kiện | không        |
      | 30.000.001 | đủ điều kiện | có           |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | thông tin                             | giá trị   | kết quả            | không đạt               | chưa xác định           |
      | Mua chính căn nhà đang thuê, thuê mua | không     | không đủ điều kiện | own_rented_unit         |                         |
      | Mua chính căn nhà đang thuê, thuê mua |           | chưa đủ thông tin  |                         | own_rented_unit         |
      | Nhóm đối tượng                        | Sinh viên | không đủ điều kiện | buying_subject          |                         |
      | Thu nhập                              |           | chưa đủ thông tin  |                         | tenant_income_condition |
      | Thu nhập                              | 26 triệu  | không đủ điều kiện | tenant_income_condition |                         |
      | Đã được hỗ trợ nhà ở                  | có        | không đủ điều kiện | no_support_received     |                         |
      | Đang ở nhà ở công vụ                  |           | chưa đủ thông tin  |                         | not_in_official_housing |

  Tình huống: Phải mua chính căn nhà đang thuê, cả trước ngày 09/02/2026
    Biết ngày xét là 01/12/2025
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Mua chính căn nhà đang thuê, thuê mua | kết quả            | không đạt       | chưa xác định   |
      | có                                    | đủ điều kiện       |                 |                 |
      | không                                 | không đủ điều kiện | own_rented_unit |                 |
      |                                       | chưa đủ thông tin  |                 | own_rented_unit |

  # Tenant purchase (a): khoản 3 Điều 3 Nghị định 261/2025/NĐ-CP gồm cả người đang thuê mua.
  Tình huống: Người đang thuê mua chính căn nhà này không bị loại vì đã thuê mua nhà ở xã hội
    Biết "Đã mua nhà ở xã hội" là có
    Và "Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang" là không
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Đang thuê mua chính căn nhà này | Đã mua nhà ở xã hội | kết quả            | không đạt                 | chưa xác định             |
      | có                              | có                  | đủ điều kiện       |                           |                           |
      | không                           | có                  | không đủ điều kiện | applicant_bought_no_other |                           |
      | không                           | có                  | không đủ điều kiện | never_bought_another      |                           |
      |                                 | có                  | chưa đủ thông tin  |                           | applicant_bought_no_other |
      |                                 | có                  | chưa đủ thông tin  |                           | never_bought_another      |
      |                                 | có                  | chưa đủ thông tin  |                           | tenant_ordinary_case      |

  # Tenant purchase (b): khoản 4 Điều 80, khoản 2 Điều 125 Luật Nhà ở: nhà ở công đoàn, vốn đầu tư công không bán.
  Tình huống: Nhà ở công đoàn, nhà ở vốn đầu tư công không bán cho người thuê
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Nguồn vốn xây dựng dự án | kết quả            | không đạt              | chưa xác định          |
      | Công đoàn                | không đủ điều kiện | unit_of_developer      |                        |
      | Vốn đầu tư công          | không đủ điều kiện | rented_unit_may_be_sold |                       |
      |                          | chưa đủ thông tin  |                        | unit_of_developer      |
      |                          | chưa đủ thông tin  |                        | rented_unit_may_be_sold |

  # Tenant purchase (c): hợp đồng từ ngày 10/10/2025 chỉ được bán khi căn nhà thuộc phần 20 %.
  Tình huống: Hợp đồng ký từ ngày 10/10/2025, căn nhà ngoài phần 20 %
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở | kết quả            | đạt                       | không đạt                 | chưa xác định             |
      | không                                                                        | 09/10/2025                                     | đủ điều kiện       | earlier_contract_unit     |                           |                           |
      | không                                                                        | 10/10/2025                                     | không đủ điều kiện |                           | earlier_contract_unit     |                           |
      | không                                                                        | 10/10/2025                                     | không đủ điều kiện |                           | unit_of_rental_share_sold |                           |
      | không                                                                        |                                                | chưa đủ thông tin  |                           |                           | earlier_contract_unit     |
      |                                                                              | 10/10/2025                                     | chưa đủ thông tin  |                           |                           | unit_of_rental_share_sold |
      | có                                                                           | 10/10/2025                                     | đủ điều kiện       | unit_of_rental_share_sold |                           |                           |

  # Tenant purchase (d): nhóm không xét thu nhập thì mức cũ hay mới không còn là điểm để ngỏ.
  Tình huống: Mức thu nhập cũ không chạm đến nhóm không xét thu nhập
    Biết "Thu nhập" là 60 triệu
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | Nhóm đối tượng                | kết quả            | tạm xác định | đạt                        | không đạt               | chưa xác định              |
      | Người có công                 | đủ điều kiện       | không        | tenant_without_income_test |                         |                            |
      | Công nhân                     | không đủ điều kiện | không        |                            | tenant_income_condition |                            |
      | Công nhân; Lực lượng vũ trang | chưa đủ thông tin  |              |                            |                         | tenant_without_income_test |

  # M3: từ ngày 01/8/2024, trước ngày 10/10/2025, chỉ có căn nhà thuộc phần 20 %.
  Tình huống: Trước ngày 10/10/2025 chỉ căn nhà thuộc phần 20 % được bán
    Biết ngày xét là 09/10/2025
    Và "Thu nhập" là 14 triệu
    Và "Thu nhập tháng cao nhất" là 14 triệu
    Khi xét "social_housing_tenant_purchase"
    Thì kết quả từng dòng là:
      | thông tin                             | giá trị | kết quả            | không đạt             | chưa xác định   |
      | Mua chính căn nhà đang thuê, thuê mua | không   | không đủ điều kiện | own_rented_unit       |                 |
      | Mua chính căn nhà đang thuê, thuê mua |         | chưa đủ thông tin  |                       | own_rented_unit |
      | Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP) | không | không đủ điều kiện | earlier_contract_unit | |
